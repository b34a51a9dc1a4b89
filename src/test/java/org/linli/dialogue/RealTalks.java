package org.linli.dialogue;

import java.util.List;
import org.linli.LinliTest;
import org.linli.understanding.Understand;
import org.springframework.beans.factory.annotation.Autowired;

/// Talks that are understood by what the program has really learnt, and what becomes of them.
@LinliTest
public abstract class RealTalks {

    @Autowired
    protected Understand understand;

    /// What the last of the messages leads to: labels, each with its place.
    ///
    /// @param messages one after the other, with `/` between them
    protected List<String> requests(Talking talk, String messages) {
        return told(talk, messages).requests().stream()
                .map(it -> it.intent() + " "
                        + (it.place() == null ? "" : it.place().id()))
                .toList();
    }

    /// @param messages one after the other, with `/` between them
    protected Talking told(Talking talk, String messages) {
        talk.with(understand);
        for (String words : messages.split("/")) {
            talk.says(words);
        }
        return talk;
    }
}
