package org.linli.polls.explaining;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Locale;
import org.linli.platform.words.WordFile;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;

/// A [Loss] in plain Chinese, by `templates/polls/losses.properties`.
public final class LossWords {

    private final WordFile words = WordFile.of("templates/polls", "losses.properties");

    /// One to three sentences.
    ///
    /// @param votes that the project had
    public String told(Election election, Loss loss, long votes) {
        var project = election.projects().get(loss.project());
        var sentences = new ArrayList<String>();
        sentences.add(say("lost", named(project), votes));
        String other = loss.other().isPresent()
                ? named(election.projects().get(loss.other().getAsInt()))
                : "";
        sentences.add(say("cause." + loss.cause().name().toLowerCase(Locale.ROOT), other));
        boolean helped = loss.moreVotes().isPresent() || loss.lowerCost().isPresent();
        loss.moreVotes().ifPresent(it -> sentences.add(say("votes", it)));
        loss.lowerCost().ifPresent(it -> sentences.add(say("cost", plain(election, it))));
        if (!helped && project.stands()) {
            sentences.add(say("nothing"));
        }
        return String.join("", sentences);
    }

    private static String plain(Election election, long smallest) {
        return election.amount(smallest).toPlainString();
    }

    private String named(Project project) {
        return project.name().isEmpty() ? say("number", project.id()) : say("named", project.id(), project.name());
    }

    private String say(String key, Object... values) {
        return new MessageFormat(words.say(key), Locale.CHINA).format(values);
    }
}
