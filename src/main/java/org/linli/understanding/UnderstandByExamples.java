package org.linli.understanding;

import java.time.LocalDateTime;
import org.linli.understanding.entities.FindEntities;
import org.springframework.stereotype.Component;

/// What a message wants, by its likeness to the examples; what it names, by rules.
@Component
class UnderstandByExamples implements Understand {

    private final LearntIntents intents;

    UnderstandByExamples(LearntIntents intents) {
        this.intents = intents;
    }

    @Override
    public Understanding understand(String text, boolean group, LocalDateTime now) {
        var ranking = intents.model().rank(text, group);
        var likeliest = ranking.getFirst();
        return new Understanding(likeliest.intent(), likeliest.confidence(), ranking, FindEntities.in(text, now));
    }
}
