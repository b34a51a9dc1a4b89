package org.linli.cases.rules;

/// Patterns of labels: `report.noise`, `report.*`, `*`.
public final class LabelPattern {

    private LabelPattern() {}

    public static boolean matches(String pattern, String label) {
        return pattern.endsWith("*")
                ? label.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(label);
    }

    /// How exactly a matching pattern names a label: the more, the better.
    public static int weight(String pattern) {
        return pattern.endsWith("*") ? pattern.length() - 1 : Integer.MAX_VALUE;
    }
}
