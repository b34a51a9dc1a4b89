package org.linli.dialogue;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understand;
import org.linli.understanding.Understanding;

/// Understands the words of one message once, however often a decision asks for them. For one message only: it is
/// not safe for threads, and the same words mean something else tomorrow.
final class UnderstandOnce implements Understand {

    private final Understand understand;
    private final Map<String, Understanding> understood = new HashMap<>();
    private final Map<String, Ranked> ranked = new HashMap<>();

    UnderstandOnce(Understand understand) {
        this.understand = understand;
    }

    @Override
    public Understanding understand(String text, boolean group, LocalDateTime now) {
        return understood.computeIfAbsent(text, it -> understand.understand(it, group, now));
    }

    @Override
    public Ranked wanted(String text, boolean group, LocalDateTime now) {
        return understood.containsKey(text)
                ? Understand.super.wanted(text, group, now)
                : ranked.computeIfAbsent(text, it -> understand.wanted(it, group, now));
    }
}
