package org.linli.understanding;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ExplainByExamples implements Explain {

    private final LearntIntents intents;

    ExplainByExamples(LearntIntents intents) {
        this.intents = intents;
    }

    @Override
    public List<Reason> why(String text, Intent intent) {
        return intents.model().why(text, intent);
    }

    @Override
    public List<Ranked> ranking(String text, boolean group) {
        return intents.model().rank(text, group);
    }

    @Override
    public List<Intent> labels() {
        return intents.model().rank("", false).stream()
                .map(Ranked::intent)
                .sorted(Comparator.comparing(Intent::label))
                .toList();
    }
}
