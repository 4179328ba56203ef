"""What stands on a screen: Dutch options, layout, colour, progress."""
