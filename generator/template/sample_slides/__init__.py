"""Templates whose design lives on sample slides: which slide serves which role, and the patterns made of them."""
