package org.linli.bench;

/// Memory in the second and in the last part of a long run, in MB.
record Grown(String what, long from, long to) {

    private static final double FLAT = 1.15;

    boolean isFlat() {
        return from > 0 && to <= from * FLAT;
    }

    @Override
    public String toString() {
        return "%s of the last part, of the second's: %.2f, %s".formatted(what, (double) to / from, isFlat() ? "flat" : "NOT flat");
    }
}
