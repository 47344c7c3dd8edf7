"""What the search is made of: the entries it can lead to, what people call them, and the words that stand in them."""
