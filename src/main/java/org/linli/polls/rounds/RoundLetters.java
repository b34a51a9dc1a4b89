package org.linli.polls.rounds;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.cases.CaseWords;
import org.linli.cases.SpokenTime;
import org.linli.channels.Address;
import org.linli.outbox.Letter;
import org.linli.platform.words.Masked;
import org.linli.polls.Poll;
import org.linli.polls.PollWords;
import org.linli.polls.ballots.Choice;
import org.linli.web.PublicAddress;
import org.springframework.stereotype.Component;

/// What is told about a round to single people, and what every letter about it can tell: pure, but for the hour.
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

    /// To whoever proposed it: reviewed, won, lost, handed over, done. None where nobody can be told.
    Stream<Letter> news(Round round, Proposal it) {
        var facts = facts(round);
        facts.put("proposal", line(it));
        facts.put("state", it.state().name());
        facts.put("reason", it.reason());
        facts.put("unit", it.unit());
        String key = "proposal-news/%s/%d/%d".formatted(it.round(), it.number(), it.version());
        var all = it.toldAt().lines().map(Address::parse).distinct().toList();
        return all.stream()
                .map(to -> new Letter(
                        round.community(),
                        all.getFirst().equals(to) ? key : key + "/" + print(to),
                        to,
                        "proposal-news",
                        facts));
    }

    /// To somebody who supports it.
    Letter carriedUp(Round round, Proposal it, Address to) {
        var facts = facts(round);
        facts.put("proposal", line(it));
        facts.put("tier", it.tier().name());
        facts.put("count", String.valueOf(it.supporters()));
        facts.put("streetSupporters", String.valueOf(round.conditions().streetSupporters()));
        String key = "proposal-up/%s/%d/%s/%s".formatted(it.round(), it.number(), it.tier(), print(to));
        return new Letter(round.community(), key, to, "proposal-up", facts);
    }

    /// To the desk: so many support it that the street has to hear of it.
    Letter toTheStreet(Round round, Proposal it, Address to) {
        var facts = facts(round);
        facts.put("proposal", line(it));
        facts.put("count", String.valueOf(it.supporters()));
        String key = "proposal-street/%s/%d".formatted(it.round(), it.number());
        return new Letter(round.community(), key, to, "proposal-street", facts);
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
        facts.put("age", String.valueOf(round.conditions().age()));
        facts.put("rule", words.say("rounds.rule." + round.rules().rule().word()));
        facts.put("collectFrom", time(dates.collectFrom()));
        facts.put("collectUntil", time(dates.collectUntil()));
        facts.put("voteFrom", time(dates.voteFrom()));
        facts.put("voteUntil", time(dates.voteUntil()));
        facts.put("objectUntil", time(dates.objectUntil()));
        facts.put("link", link(round));
        return facts;
    }

    /// A proposal in one line, with its price where it has one: neighbours read it, so nobody's telephone.
    public String line(Proposal it) {
        var cost = it.cost();
        String title = Masked.words(it.title());
        return cost == null
                ? words.say("polls.line", it.number(), title)
                : words.say("polls.line.cost", it.number(), title, cost);
    }

    /// A choice of a vote in one line, with the words by which it is voted for.
    public String vote(Poll poll, Choice choice) {
        return words.say("polls.line.vote", choice.number(), choice.name(), String.valueOf(poll.number()));
    }

    private String time(Instant at) {
        return new SpokenTime(times, clock.instant()).at(at);
    }

    static String money(long yuan) {
        return String.format(Locale.ROOT, "%,d", yuan);
    }

    private String link(Round round) {
        return address.of("/polls/%s/round/%d".formatted(round.community().value(), round.number()))
                .orElse("");
    }

    /// The address itself is personal, so not in the key.
    static UUID print(Address address) {
        return UUID.nameUUIDFromBytes(address.text().getBytes(StandardCharsets.UTF_8));
    }
}
