package org.linli.polls.paper;

import java.util.HashMap;
import java.util.Map;
import org.linli.channels.Address;
import org.linli.outbox.Letter;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.Seals;
import org.linli.polls.paper.Mandates.Mandate;
import org.springframework.stereotype.Component;

/// What voter and agent are told about a mandate.
@Component
class MandateLetters {

    private final PollLetters letters;

    MandateLetters(PollLetters letters) {
        this.letters = letters;
    }

    /// @param more what the template tells besides what it can tell of every vote
    Letter about(Poll poll, String template, Mandate it, Address to, Map<String, String> more) {
        var facts = new HashMap<>(letters.facts(poll));
        facts.putAll(more);
        String key = "%s/%s/%s/%d"
                .formatted(
                        template, poll.id(), Seals.hashed(it.voter()), it.at().toEpochMilli());
        return new Letter(poll.community(), key, to, template, facts);
    }
}
