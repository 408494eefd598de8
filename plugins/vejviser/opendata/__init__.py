"""What the portal gives away as data: JSON, CSV, HSDS, DCAT and feeds."""
