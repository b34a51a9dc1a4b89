package org.linli.dialogue.scene;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understand;
import org.linli.understanding.Understanding;

/// Understands the words of one message once, however often a decision asks for them. For one message only: it is
/// not safe for threads, and the same words mean something else tomorrow.
public final class UnderstandOnce implements Understand {

    private final Understand understand;
    private final Map<Asked, Understanding> understood = new HashMap<>();
    private final Map<Asked, Ranked> ranked = new HashMap<>();

    /// The same words mean less among neighbours than alone with us.
    private record Asked(String text, boolean group) {

        @Override
        public String toString() {
            return "Asked[]";
        }
    }

    public UnderstandOnce(Understand understand) {
        this.understand = understand;
    }

    @Override
    public Understanding understand(String text, boolean group, LocalDateTime now) {
        return understood.computeIfAbsent(new Asked(text, group), _ -> understand.understand(text, group, now));
    }

    @Override
    public Ranked wanted(String text, boolean group, LocalDateTime now) {
        return understood.containsKey(new Asked(text, group))
                ? Understand.super.wanted(text, group, now)
                : ranked.computeIfAbsent(new Asked(text, group), _ -> understand.wanted(text, group, now));
    }
}
