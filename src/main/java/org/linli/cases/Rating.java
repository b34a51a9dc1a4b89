package org.linli.cases;

/// What the residents say about how it was done.
///
/// @param stars 1 to 5
/// @param words what they added; may be empty
public record Rating(int stars, String words) {

    public Rating {
        if (stars < 1 || stars > 5) {
            throw new IllegalArgumentException("stars: %d (expected: 1 to 5)".formatted(stars));
        }
    }

    /// 1 and 2 mean that it has to be done again.
    public boolean isSatisfied() {
        return stars > 2;
    }

    @Override
    public String toString() {
        return "Rating[" + stars + "]";
    }
}
