package org.linli.understanding;

/// What a message wants, like `report.noise`: before the dot what to do, after it what about.
public record Intent(String label) {

    public static final Intent CHATTER = new Intent("chatter");
    public static final Intent EMERGENCY = new Intent("emergency");

    /// What to do: `report` of `report.noise`.
    public String act() {
        int dot = label.indexOf('.');
        return dot < 0 ? label : label.substring(0, dot);
    }

    /// Whether it opens a case: `report.*`, `help.*`, `emergency`.
    public boolean opensCase() {
        return switch (act()) {
            case "report", "help", "emergency" -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return label;
    }
}
