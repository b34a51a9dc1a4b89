package org.linli.polls;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.cases.CaseWords;
import org.linli.cases.SpokenTime;
import org.linli.community.CommunityMap;
import org.linli.outbox.Letter;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Mark;
import org.linli.polls.ballots.Marks;
import org.linli.polls.log.CheckKey;
import org.linli.polls.log.TreeHead;
import org.linli.web.PublicAddress;
import org.springframework.stereotype.Component;

/// What is told about a poll: pure, but for the hour.
@Component
public class PollLetters {

    /// More buttons than this nobody reads.
    private static final int MOST_BUTTONS = 10;

    private final CaseWords words;
    private final PollWords pollWords;
    private final PublicAddress address;
    private final Clock clock;

    PollLetters(CaseWords words, PollWords pollWords, PublicAddress address, Clock clock) {
        this.words = words;
        this.pollWords = pollWords;
        this.address = address;
        this.clock = clock;
    }

    List<Letter> opened(Poll poll, CommunityMap map) {
        return GroupLetters.to(poll, map, "poll-opened", "", facts(poll));
    }

    List<Letter> closed(Poll poll, Tally tally, BallotBox.Turnout turnout, CommunityMap map) {
        var facts = new HashMap<>(facts(poll));
        facts.putAll(standing(tally));
        facts.put("voted", String.valueOf(turnout.voted()));
        return GroupLetters.to(poll, map, "poll-closed", "", facts);
    }

    /// To every group that is asked, how owners have decided.
    public List<Letter> ownersDecided(Poll poll, Map<String, String> decided, CommunityMap map) {
        var facts = new HashMap<>(facts(poll));
        facts.putAll(decided);
        return GroupLetters.to(poll, map, "owners-closed", "", facts);
    }

    /// States of the log, which whoever keeps one can compare with later ones.
    ///
    /// @param news  the earliest first; at least one
    /// @param first whether groups have to be told the key
    /// @param over  whether the log is at its end
    public List<Letter> signed(
            Poll poll, CheckKey key, List<TreeHead.Signed> news, boolean first, boolean over, CommunityMap map) {
        int size = news.getLast().head().size();
        var facts = new HashMap<>(facts(poll));
        facts.put("size", String.valueOf(size));
        facts.put("states", String.valueOf(news.size()));
        facts.put("first", first ? "yes" : "no");
        facts.put("over", over ? "yes" : "no");
        facts.put("note", news.stream().map(it -> it.note().strip()).collect(Collectors.joining("\n\n")));
        facts.put("key", key.written());
        return GroupLetters.to(poll, map, "poll-head", over ? "/" + size + "/closed" : "/" + size, facts);
    }

    /// What every template about a poll can tell.
    public Map<String, String> facts(Poll poll) {
        var paper = poll.paper();
        var example = new Example(paper, pollWords);
        return Map.ofEntries(
                Map.entry("number", String.valueOf(poll.number())),
                Map.entry("question", poll.question()),
                Map.entry("kind", paper.kind().name()),
                Map.entry("most", String.valueOf(paper.most())),
                Map.entry("voice", poll.electorate().voice().name()),
                Map.entry("secret", poll.electorate().frozen() ? "yes" : "no"),
                Map.entry("choices", paper.choices().stream().map(this::line).collect(Collectors.joining("\n"))),
                Map.entry("example", example.ballot()),
                Map.entry("change", example.change()),
                Map.entry("buttons", buttons(poll)),
                Map.entry("until", new SpokenTime(words, clock.instant()).at(poll.closesAt())),
                Map.entry("link", link(poll)));
    }

    /// How this very ballot is written: `投2`.
    public String example(Poll poll) {
        return new Example(poll.paper(), pollWords).ballot();
    }

    /// How it stands, in words.
    public Map<String, String> standing(Tally tally) {
        return Map.of(
                "ballots", String.valueOf(tally.ballots()),
                "bars",
                        tally.bars().stream()
                                .map(it -> pollWords.say("polls.line.count", line(it.choice()), tally.length(it)))
                                .collect(Collectors.joining("\n")),
                "scored", tally.kind() == BallotKind.ONE || tally.kind() == BallotKind.SEVERAL ? "no" : "yes",
                "first", tally.first().stream().map(this::line).collect(Collectors.joining("、")));
    }

    /// A ballot as it is repeated to its voter.
    public String said(Poll poll, Marks marks) {
        return marks.all().stream().map(mark -> said(poll, mark)).collect(Collectors.joining("\n"));
    }

    private String said(Poll poll, Mark mark) {
        String line = poll.paper().choice(mark.number()).map(this::line).orElse("");
        return poll.paper().kind().hasPoints() ? pollWords.say("polls.line.points", line, mark.points()) : line;
    }

    /// Of a vote that only some know there is no page that others could open as well.
    private String link(Poll poll) {
        if (poll.electorate().isAudience()) {
            return "";
        }
        return address.of("/polls/%s/%d".formatted(poll.community().value(), poll.number()))
                .orElse("");
    }

    private String buttons(Poll poll) {
        return poll.paper().kind() == BallotKind.ONE && !poll.electorate().frozen()
                ? poll.paper().choices().stream()
                        .limit(MOST_BUTTONS)
                        .map(it -> pollWords.say("polls.button", it.number(), it.name(), String.valueOf(poll.number())))
                        .collect(Collectors.joining("\n"))
                : "";
    }

    private String line(Choice choice) {
        return choice.cost() == 0
                ? pollWords.say("polls.line", choice.number(), choice.name())
                : pollWords.say("polls.line.cost", choice.number(), choice.name(), choice.cost());
    }
}
