package org.linli.polls.rounds;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.cases.CaseWords;
import org.linli.cases.SpokenTime;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.outbox.Letter;
import org.linli.polls.PollWords;
import org.linli.polls.rounds.RoundChanged.Result;
import org.linli.web.PublicAddress;
import org.springframework.stereotype.Component;

/// What is told about a round: pure, but for the hour.
@Component
public class RoundLetters {

    private final CaseWords times;
    private final PollWords words;
    private final PublicAddress address;
    private final Clock clock;

    RoundLetters(CaseWords times, PollWords words, PublicAddress address, Clock clock) {
        this.times = times;
        this.words = words;
        this.address = address;
        this.clock = clock;
    }

    List<Letter> opened(Round round, CommunityMap map) {
        return toGroups(round, map, "round-opened", facts(round));
    }

    List<Letter> counted(Round round, Result result, List<Proposal> proposals, CommunityMap map) {
        var facts = facts(round);
        facts.put("ballots", String.valueOf(result.ballots()));
        facts.put("cost", money(result.cost()));
        facts.put("drawn", result.drawn());
        facts.put(
                "winners",
                result.winners().stream()
                        .flatMap(number -> proposals.stream().filter(it -> it.number() == number))
                        .map(this::line)
                        .collect(Collectors.joining("\n")));
        return toGroups(round, map, "round-result", facts);
    }

    /// To whoever proposed it: reviewed, won, lost, handed over, done. None where nobody can be told.
    Stream<Letter> news(Round round, Proposal it) {
        if (it.toldAt().isEmpty()) {
            return Stream.empty();
        }
        var facts = facts(round);
        facts.put("proposal", line(it));
        facts.put("state", it.state().name());
        facts.put("reason", it.reason());
        facts.put("unit", it.unit());
        var to = Address.parse(it.toldAt());
        String key = "proposal-news/%s/%d/%d".formatted(it.round(), it.number(), it.version());
        return Stream.of(new Letter(round.community(), key, to, "proposal-news", facts));
    }

    Letter answered(Round round, Objection it, String answer) {
        var facts = facts(round);
        facts.put("words", it.words());
        facts.put("answer", answer);
        String key = "objection-answered/%s/%d".formatted(round.id(), it.number());
        return new Letter(round.community(), key, Address.parse(it.toldAt()), "objection-answered", facts);
    }

    /// What every template about a round can tell; more can be put in.
    public Map<String, String> facts(Round round) {
        var dates = round.schedule();
        var facts = new HashMap<String, String>();
        facts.put("round", round.title());
        facts.put("number", String.valueOf(round.number()));
        facts.put("budget", money(round.rules().budget()));
        facts.put("supporters", String.valueOf(round.supporters()));
        facts.put("rule", words.say("rounds.rule." + round.rules().rule().word()));
        facts.put("collectUntil", time(dates.collectUntil()));
        facts.put("voteFrom", time(dates.voteFrom()));
        facts.put("voteUntil", time(dates.voteUntil()));
        facts.put("objectUntil", time(dates.objectUntil()));
        facts.put("link", link(round));
        return facts;
    }

    /// A proposal in one line, with its price where it has one.
    public String line(Proposal it) {
        var cost = it.cost();
        return cost == null
                ? words.say("polls.line", it.number(), it.title())
                : words.say("polls.line.cost", it.number(), it.title(), cost);
    }

    private String time(Instant at) {
        return new SpokenTime(times, clock.instant()).at(at);
    }

    private static String money(long yuan) {
        return "%,d".formatted(yuan);
    }

    private String link(Round round) {
        return address.of("/polls/%s/round/%d".formatted(round.community().value(), round.number()))
                .orElse("");
    }

    private static List<Letter> toGroups(Round round, CommunityMap map, String template, Map<String, String> facts) {
        return map.groups().stream()
                .filter(group -> map.place(group.place())
                        .filter(place -> map.isWithin(place, round.place()))
                        .isPresent())
                .map(Group::address)
                .distinct()
                .map(to -> new Letter(
                        round.community(), "%s/%s/%s".formatted(template, round.id(), print(to)), to, template, facts))
                .toList();
    }

    /// The address itself is personal, so not in the key.
    private static UUID print(Address address) {
        return UUID.nameUUIDFromBytes(address.text().getBytes(StandardCharsets.UTF_8));
    }
}
