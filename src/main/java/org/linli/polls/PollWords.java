package org.linli.polls;

import java.text.MessageFormat;
import java.util.List;
import org.linli.platform.words.WordFile;
import org.springframework.stereotype.Component;

/// The short words that facts of letters are made of.
@Component
public class PollWords {

    private final WordFile words = WordFile.of("templates/messages", "polls.properties");

    /// What may be answered where yes or no is asked, in the order of the paper.
    public List<String> yesNo() {
        return List.of(say("polls.yes"), say("polls.no"), say("polls.abstain"));
    }

    /// The words for it; the key itself where none are known, so that a letter shows what is missing.
    public String say(String key, Object... facts) {
        return words.find(key).map(it -> new MessageFormat(it).format(facts)).orElse(key);
    }
}
