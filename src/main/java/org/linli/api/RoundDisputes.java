package org.linli.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.platform.words.Masked;
import org.linli.polls.consent.Rearrangement;
import org.linli.polls.consent.Rearrangements;
import org.linli.polls.rounds.FindObjections;
import org.linli.polls.rounds.Objection;
import org.linli.polls.rounds.Round;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What people said against the result of a round, and which of its proposals were put together or taken apart: both
/// are named by their number when somebody acts on them. Nobody who said, proposed or agreed is in it.
@Component
class RoundDisputes {

    private final FindObjections objections;
    private final Rearrangements rearrangements;

    RoundDisputes(FindObjections objections, Rearrangements rearrangements) {
        this.objections = objections;
        this.rearrangements = rearrangements;
    }

    /// Never empty: the fields `objections` and `rearrangements`.
    Mono<Map<String, List<Map<String, @Nullable Object>>>> of(Round round) {
        return Mono.zip(
                        objections.of(round).map(RoundDisputes::json).collectList(),
                        rearrangements
                                .of(round.community(), round.id())
                                .map(RoundDisputes::json)
                                .collectList())
                .map(found -> Map.of("objections", found.getT1(), "rearrangements", found.getT2()));
    }

    private static Map<String, @Nullable Object> json(Objection it) {
        var verdict = it.verdict();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("number", it.number());
        json.put("proposal", it.proposal() == 0 ? null : it.proposal());
        json.put("words", Masked.words(it.words()));
        json.put("case", it.caseNumber().isEmpty() ? null : it.caseNumber());
        json.put("at", it.at().toString());
        json.put("answer", Masked.words(it.answer()));
        json.put("verdict", verdict == null ? null : Words.of(verdict));
        return json;
    }

    private static Map<String, @Nullable Object> json(Rearrangement it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("number", it.number());
        json.put("sources", it.sources());
        json.put("titles", it.titles().stream().map(Masked::words).toList());
        json.put("results", it.results());
        json.put("reason", Masked.words(it.reason()));
        json.put("state", Words.of(it.state()));
        json.put("asked_at", it.askedAt().toString());
        return json;
    }
}
