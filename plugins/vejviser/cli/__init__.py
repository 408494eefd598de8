"""The commands of `vejviser`, what they print, and what is said of one that was typed wrong."""
