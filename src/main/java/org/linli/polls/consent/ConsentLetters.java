package org.linli.polls.consent;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.channels.Address;
import org.linli.outbox.Letter;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.RoundLetters;
import org.springframework.stereotype.Component;

/// What is told to those who proposed and supported what is merged or split.
@Component
class ConsentLetters {

    private final RoundLetters letters;

    ConsentLetters(RoundLetters letters) {
        this.letters = letters;
    }

    /// To somebody who has to agree.
    Letter asked(Round round, Rearrangement it, List<Proposal> sources, Address to) {
        var facts = facts(round, it, sources);
        return letter(round, it, "proposal-consent", to, facts);
    }

    /// To somebody who proposed: it does not happen, since somebody said no.
    Letter refused(Round round, Rearrangement it, List<Proposal> sources, Address to) {
        return letter(round, it, "proposal-kept-apart", to, facts(round, it, sources));
    }

    /// To somebody whose support is carried over.
    Letter carried(Round round, Rearrangement it, List<Proposal> sources, Address to) {
        var facts = facts(round, it, sources);
        facts.put("results", it.results().stream().map(String::valueOf).collect(Collectors.joining("、")));
        facts.put("result", String.valueOf(it.results().getFirst()));
        return letter(round, it, "proposal-carried", to, facts);
    }

    /// To somebody who supported any of it.
    Letter undone(Round round, Rearrangement it, List<Proposal> sources, Address to) {
        return letter(round, it, "proposal-as-before", to, facts(round, it, sources));
    }

    private Map<String, String> facts(Round round, Rearrangement it, List<Proposal> sources) {
        var facts = new HashMap<>(letters.facts(round));
        facts.put("kind", it.isMerge() ? "merge" : "split");
        facts.put("which", String.valueOf(it.number()));
        facts.put("sources", sources.stream().map(letters::line).collect(Collectors.joining("\n")));
        facts.put("titles", String.join("\n", it.titles()));
        facts.put("reason", it.reason());
        return facts;
    }

    /// The address itself is personal, so not in the key.
    private static Letter letter(
            Round round, Rearrangement it, String template, Address to, Map<String, String> facts) {
        String key = "%s/%s/%d/%s"
                .formatted(
                        template,
                        round.id(),
                        it.number(),
                        UUID.nameUUIDFromBytes(to.text().getBytes(StandardCharsets.UTF_8)));
        return new Letter(round.community(), key, to, template, facts);
    }
}
