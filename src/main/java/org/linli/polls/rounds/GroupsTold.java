package org.linli.polls.rounds;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.outbox.Letter;
import org.linli.polls.rounds.CountAgain.Occasion;
import org.linli.polls.rounds.RoundChanged.Result;
import org.springframework.stereotype.Component;

/// What every group of a round's place is told about it: pure, but for the hour.
@Component
class GroupsTold {

    private final RoundLetters letters;

    GroupsTold(RoundLetters letters) {
        this.letters = letters;
    }

    /// Its rules and dates, before anything is collected.
    List<Letter> announced(Round round, CommunityMap map) {
        return told(round, map, "round-announced", "", letters.facts(round));
    }

    List<Letter> opened(Round round, CommunityMap map) {
        return told(round, map, "round-opened", "", letters.facts(round));
    }

    /// There is no vote, and why.
    List<Letter> calledOff(Round round, Hindrance why, CommunityMap map) {
        var facts = letters.facts(round);
        facts.putAll(why.facts());
        return told(round, map, "round-called-off", "", facts);
    }

    List<Letter> counted(Round round, Result result, List<Proposal> proposals, CommunityMap map) {
        var facts = letters.facts(round);
        facts.put("ballots", String.valueOf(result.ballots()));
        facts.put("cost", RoundLetters.money(result.cost()));
        facts.put("drawn", result.drawn());
        facts.put("winners", lines(result, proposals));
        return told(round, map, "round-result", "", facts);
    }

    /// What stands after an objection or without a ballot, with what stood before.
    List<Letter> countedAgain(
            Round round, Occasion why, Result before, Result after, List<Proposal> all, CommunityMap map) {
        var facts = letters.facts(round);
        facts.put("reason", why.reason());
        facts.put("voided", why.isOfBallot() ? "yes" : "no");
        facts.put("ballots", String.valueOf(after.ballots()));
        facts.put("before", lines(before, all));
        facts.put("winners", lines(after, all));
        facts.put("cost", RoundLetters.money(after.cost()));
        return told(round, map, "round-recounted", "/" + why.number(), facts);
    }

    private String lines(Result result, List<Proposal> all) {
        return result.winners().stream()
                .flatMap(number -> all.stream().filter(it -> it.number() == number))
                .map(letters::line)
                .collect(Collectors.joining("\n"));
    }

    /// Something is done: everybody is asked how it is.
    List<Letter> done(Round round, Proposal it, CommunityMap map) {
        var facts = letters.facts(round);
        facts.put("proposal", letters.line(it));
        facts.put("n", String.valueOf(it.number()));
        facts.put("unit", it.unit());
        return told(round, map, "round-done", "/" + it.number(), facts);
    }

    /// @param which tells letters of one template about one round apart; empty where there is one
    private static List<Letter> told(
            Round round, CommunityMap map, String template, String which, Map<String, String> facts) {
        return map.groups().stream()
                .filter(group -> map.place(group.place())
                        .filter(place -> map.isWithin(place, round.place()))
                        .isPresent())
                .map(Group::address)
                .distinct()
                .map(to -> new Letter(
                        round.community(),
                        "%s/%s/%s%s".formatted(template, round.id(), RoundLetters.print(to), which),
                        to,
                        template,
                        facts))
                .toList();
    }
}
