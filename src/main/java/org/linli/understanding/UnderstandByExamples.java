package org.linli.understanding;

import java.time.LocalDateTime;
import java.util.List;
import org.linli.understanding.entities.FindEntities;
import org.springframework.stereotype.Component;

/// What a message wants, by its likeness to the examples; what it names, by rules.
@Component
class UnderstandByExamples implements Understand, HowSure {

    private final LearntIntents intents;
    private final Trial trial;
    private final NoteUnderstood note;

    UnderstandByExamples(LearntIntents intents, Trial trial, NoteUnderstood note) {
        this.intents = intents;
        this.trial = trial;
        this.note = note;
    }

    @Override
    public Understanding understand(String text, boolean group, LocalDateTime now) {
        var heard = intents.model().judge(text, group);
        var likeliest = heard.ranking().getFirst();
        note.heard(likeliest);
        trial.hear(text, group, likeliest.intent());
        return new Understanding(
                likeliest.intent(),
                likeliest.confidence(),
                heard.ranking(),
                FindEntities.in(text, now),
                heard.danger());
    }

    @Override
    public Ranked wanted(String text, boolean group, LocalDateTime now) {
        return intents.model().rank(text, group).getFirst();
    }

    @Override
    public List<SpeakingUp> speakingUp() {
        return intents.model().speakingUp();
    }
}
