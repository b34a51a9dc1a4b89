package org.linli.cases;

import java.time.Duration;

/// Spans of time as a story has them: `20m`, `3h`, `2d`.
final class StoryTime {

    private StoryTime() {}

    static Duration parse(String text) {
        if (!text.matches("\\d{1,4}[mhd]")) {
            throw new IllegalArgumentException("history: time '%s' (expected: like 20m, 3h or 2d)".formatted(text));
        }
        long amount = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'm' -> Duration.ofMinutes(amount);
            case 'h' -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
