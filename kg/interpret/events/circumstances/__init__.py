"""When and where: which dates and places are of which nucleus."""
