package org.linli.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.platform.database.Effect;

/// Plays a made-up story through the rules, as if it had happened: pure. Nobody is written to about it.
final class TellStory {

    private static final Duration A_WHILE_AGO = Duration.ofMinutes(40);
    private static final Duration BEFORE_RATING = Duration.ofHours(5);

    private final Story story;
    private final CommunityMap map;
    private final Workflow workflow;
    private final Map<String, Address> addresses;
    private final Instant now;
    private final List<Step> history = new ArrayList<>();
    private final List<SupporterJoined> joins = new ArrayList<>();
    private Case it;
    private Instant at;

    /// @param addresses of residents, by id
    TellStory(
            Story story,
            CommunityMap map,
            Workflow workflow,
            CaseWords words,
            Map<String, Address> addresses,
            String number,
            Instant now) {
        this.story = story;
        this.map = map;
        this.workflow = workflow;
        this.addresses = addresses;
        this.now = now;
        this.at = begin(story, now);
        var report = report(number);
        var routing = new Routing(map)
                .toldIn(report.reporter().group(), workflow.course().kind());
        var opened = new BeginCase(report, map, workflow, words, routing).as(number);
        this.it = opened.opened();
        history.addAll(opened.history());
    }

    /// @param now the story ends here at the latest
    static Instant begin(Story story, Instant now) {
        var said = now.atZone(SpokenTime.ZONE)
                .toLocalDate()
                .minusDays(story.daysAgo())
                .atTime(LocalTime.parse(story.at()))
                .atZone(SpokenTime.ZONE)
                .toInstant();
        var latest = now.minus(A_WHILE_AGO);
        return said.isAfter(latest) ? latest : said;
    }

    /// The case as it stands at the end, with all its history.
    List<Effect> tell(long seen) {
        story.neighbours().forEach(this::join);
        var chapters = story.chapters();
        int last = lastResolve(chapters);
        for (int i = 0; i < chapters.size(); i++) {
            happen(chapters.get(i));
            if (i == last && story.rating() != null) {
                rate(story.rating());
            }
        }
        var effects = new ArrayList<Effect>(
                List.of(new CaseOpened(it, seen, history), new RunClocks(workflow, now).from(null, it)));
        // they joined while it was open; the case is written as it ended
        joins.forEach(join -> effects.add(new SupporterJoined(it, join.who(), join.at())));
        return effects;
    }

    private Report report(String number) {
        var place = map.place(story.place())
                .orElseThrow(() -> new IllegalArgumentException("history: no place '" + story.place() + "'"));
        String detail = story.detail() == null ? "" : story.detail();
        return new Report(
                map.id(),
                number,
                story.label(),
                place,
                detail,
                story.text(),
                List.of(),
                neighbour(story.resident()),
                at);
    }

    private Neighbour neighbour(String resident) {
        var address = addresses.get(resident);
        if (address == null) {
            throw new IllegalArgumentException("history: no address of '" + resident + "'");
        }
        var group = story.group() == null
                ? null
                : map.group(story.group()).map(Group::address).orElse(null);
        return new Neighbour(resident, address, group, group == null ? address : null);
    }

    private void join(String resident) {
        var who = neighbour(resident);
        joins.add(new SupporterJoined(it, who, at));
        history.add(Step.of(it, Step.Kind.JOINED, Who.resident(who.address().text()), at, "", List.of()));
    }

    private void happen(Story.Chapter chapter) {
        later(StoryTime.parse(chapter.after()));
        move(who(chapter), act(chapter));
    }

    private void rate(int stars) {
        later(story.ratedAfter() == null ? BEFORE_RATING : StoryTime.parse(story.ratedAfter()));
        move(resident(), new Act.Rate(new Rating(stars, story.words() == null ? "" : story.words())));
    }

    private void later(Duration by) {
        var next = at.plus(by);
        at = next.isAfter(now) ? now : next;
    }

    /// What the rules refuse did not happen.
    private void move(Who who, Act act) {
        if (new Moves(workflow, it, who, at).make(act) instanceof Outcome.Moved moved) {
            it = moved.after();
            history.add(moved.step());
        }
    }

    private Who who(Story.Chapter chapter) {
        String by = chapter.by();
        return by == null ? resident() : map.staffMember(by).map(Who::of).orElseGet(this::resident);
    }

    private Who resident() {
        return Who.resident(neighbour(story.resident()).address().text());
    }

    private Act act(Story.Chapter chapter) {
        String note = chapter.note() == null ? "" : chapter.note();
        return switch (chapter.act()) {
            case "accept" -> new Act.Accept();
            case "reply" -> new Act.Reply(note);
            case "pass-on" -> new Act.PassOn(chapter.to() == null ? "" : chapter.to(), note);
            case "return" -> new Act.Return(map.desk().id(), note);
            case "resolve" -> new Act.Resolve(note, List.of());
            case "urge" -> new Act.Urge(note);
            case "add" -> new Act.Add(note, List.of());
            case "withdraw" -> new Act.Withdraw(note, !story.neighbours().isEmpty());
            case "reopen" -> new Act.Reopen(note);
            case "close" -> new Act.Close(note);
            default -> throw new IllegalArgumentException("history: unknown act '" + chapter.act() + "'");
        };
    }

    private static int lastResolve(List<Story.Chapter> chapters) {
        return chapters.stream().map(Story.Chapter::act).toList().lastIndexOf("resolve");
    }
}
