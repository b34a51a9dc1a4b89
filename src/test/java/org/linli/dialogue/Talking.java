package org.linli.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.channels.Content;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.Resident;
import org.linli.dialogue.kept.StateJson;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.phrases.Words;
import org.linli.dialogue.scene.Act;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Skills;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.scene.UnderstandOnce;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Heard;
import org.linli.dialogue.topics.OtherThingSaid;
import org.linli.dialogue.topics.QuotedTopic;
import org.linli.dialogue.topics.SpokenOf;
import org.linli.dialogue.topics.Topic;
import org.linli.dialogue.turns.Attention;
import org.linli.dialogue.turns.Doubts;
import org.linli.dialogue.turns.PerformTurn;
import org.linli.dialogue.turns.TakeTurn;
import org.linli.outbox.Letter;
import org.linli.platform.database.Effect;
import org.linli.understanding.Understand;

/// A talk as a test tells it: somebody says something, and hears something.
public final class Talking {

    public static final Instant NINE = Instant.parse("2026-06-10T01:00:00Z");

    private final @Nullable Resident resident;
    private final @Nullable Group group;
    private final boolean staff;
    private List<Skill> skills;
    private Understand understand = new SimpleUnderstanding();
    private Instant now = NINE;
    private CommunityMap map = Neighbourhood.MAP;
    private List<Topic> topics = List.of();
    private boolean newcomer;
    private String quoted = "";
    private long arrival;
    private Conversation talk = Conversation.fresh(NINE);
    private Turn turn = Turn.silent(talk);
    private Optional<Teachable> doubt = Optional.empty();
    private int led;

    private Talking(@Nullable Resident resident, @Nullable Group group, boolean staff, List<Skill> skills) {
        this.resident = resident;
        this.group = group;
        this.staff = staff;
        this.skills = skills;
    }

    /// Somebody whom we do not know, in private.
    public static Talking stranger() {
        return new Talking(null, null, false, NamedSkill.ALL);
    }

    /// Mrs Wang of 3-2-501, in private.
    public static Talking resident() {
        return new Talking(Neighbourhood.WANG, null, false, NamedSkill.ALL);
    }

    public static Talking inGroup(Group group) {
        return new Talking(Neighbourhood.WANG, group, false, NamedSkill.ALL);
    }

    public static Talking staffInGroup(Group group) {
        return new Talking(null, group, true, NamedSkill.ALL);
    }

    public static Talking withoutSkills() {
        return new Talking(null, null, false, List.of());
    }

    public Talking says(String words) {
        return sends(new Content.Text(words), Phrases.isCalled(Words.clean(words)));
    }

    Talking mentions(String words) {
        return sends(new Content.Text(words), true);
    }

    public Talking shows(String picture) {
        return sends(new Content.Picture(picture, null), false);
    }

    public Talking sends(Content content) {
        return sends(content, false);
    }

    private Talking sends(Content content, boolean called) {
        arrival++;
        var heard = Heard.from(arrival, content) instanceof Heard.Said(String words)
                ? new Heard.Said(Phrases.withoutName(words))
                : Heard.from(arrival, content);
        var kept = StateJson.read(StateJson.write(talk), now);
        turn = Objects.requireNonNull(
                new TakeTurn().on(kept, scene(heard, called)).block());
        doubt = new Doubts(scene(heard, called)).about(kept.asOf(now), turn);
        led = new Attention(scene(heard, called))
                .lostBy(turn)
                .map(OtherThingSaid::weight)
                .orElse(0);
        talk = turn.next();
        return this;
    }

    /// How far the last message led the group away from its topics; 0 where it did not.
    public int ledAway() {
        return led;
    }

    /// Whether the last message is worth a look by people.
    public Optional<Teachable> doubt() {
        return doubt;
    }

    public Scene scene(Heard heard, boolean called) {
        var member = staff ? Neighbourhood.MAP.staffMember("li").orElseThrow() : null;
        var speaker = new Speaker(Neighbourhood.ID, Neighbourhood.MRS_WANG, resident, member, group);
        var here = group == null ? null : Neighbourhood.MAP.place(group.place()).orElse(null);
        var once = new UnderstandOnce(understand);
        var find = new QuotedTopic(Neighbourhood.MAP, once, LocalDateTime.ofInstant(now, Scene.ZONE), here);
        var spokenOf = SpokenOf.pointing(quoted, topics, find, now);
        return new Scene(
                arrival,
                now,
                now,
                speaker,
                map,
                group == null || called,
                heard,
                spokenOf,
                newcomer,
                new Skills(skills),
                once,
                null);
    }

    /// In another community than the usual one.
    public Talking at(CommunityMap other) {
        map = other;
        return this;
    }

    Talking forTheFirstTime() {
        newcomer = true;
        return this;
    }

    public Talking speakingOf(Topic... others) {
        topics = List.of(others);
        return this;
    }

    /// What is said next points at these words.
    public Talking pointingAt(String words) {
        quoted = words;
        return this;
    }

    public Talking with(Understand other) {
        understand = other;
        return this;
    }

    Talking having(List<Skill> others) {
        skills = others;
        return this;
    }

    /// Somebody was asked at nine whether a case is solved.
    public Talking waitingForVerdict(Address askedIn) {
        skills = Stream.concat(skills.stream(), Stream.of(new AskingSkill(askedIn, false)))
                .toList();
        return this;
    }

    /// Somebody was asked something at nine to which anything may be the answer.
    Talking waitingForAnything(Address askedIn) {
        skills = Stream.concat(skills.stream(), Stream.of(new AskingSkill(askedIn, true)))
                .toList();
        return this;
    }

    public Talking opening(Skill skill) {
        skills = List.of(skill);
        return this;
    }

    /// What is really sent for the last message.
    public List<Letter> letters() {
        var scene = scene(new Heard.Nothing(), true);
        return Objects.requireNonNull(new PerformTurn().of(turn, scene).block()).stream()
                .filter(Letter.class::isInstance)
                .map(Letter.class::cast)
                .toList();
    }

    public Talking after(Duration passed) {
        now = now.plus(passed);
        return this;
    }

    Talking staffAnswers() {
        talk = talk.hearingOfStaff(now);
        return this;
    }

    Talking staffHandsBack() {
        talk = talk.handedBack();
        return this;
    }

    /// What was said and done, in order: names of templates, and of labels performed.
    public Talking hears(String... expected) {
        assertThat(heard()).containsExactly(expected);
        return this;
    }

    public Talking hearsNothing() {
        return hears();
    }

    public Talking fact(String name, String value) {
        assertThat(saying().facts()).containsEntry(name, value);
        return this;
    }

    public Talking choices(String... names) {
        assertThat(saying().facts().get("choices")).isEqualTo(String.join("|", names));
        return this;
    }

    public Talking staffHears(String template) {
        assertThat(told()).extracting(Act.Tell::template).isNotEmpty().containsOnly(template);
        return this;
    }

    public Talking staffHearsNothing() {
        assertThat(told()).isEmpty();
        return this;
    }

    public Request performed() {
        return requests().getFirst();
    }

    public List<Request> requests() {
        return turn.acts().stream()
                .filter(Act.Perform.class::isInstance)
                .map(it -> ((Act.Perform) it).request())
                .toList();
    }

    public String place() {
        return Objects.requireNonNull(performed().place()).id();
    }

    public Conversation talk() {
        return talk;
    }

    public List<Act.Tell> told() {
        return turn.acts().stream()
                .filter(Act.Tell.class::isInstance)
                .map(Act.Tell.class::cast)
                .toList();
    }

    public Map<String, String> facts() {
        return saying().facts();
    }

    /// What became known besides.
    public List<Effect> learnt() {
        return turn.acts().stream()
                .filter(Act.Learn.class::isInstance)
                .map(it -> ((Act.Learn) it).what())
                .toList();
    }

    private Act.Say saying() {
        return turn.acts().stream()
                .map(it -> it instanceof Act.Perform(Skill _, Request _, Act.Say instead) ? instead : it)
                .filter(Act.Say.class::isInstance)
                .map(Act.Say.class::cast)
                .findFirst()
                .orElseThrow();
    }

    public List<String> heard() {
        var heard = new ArrayList<String>();
        for (Act act : turn.acts()) {
            switch (act) {
                case Act.Say say -> heard.add(say.template());
                case Act.Perform(Skill _, Request request, Act.Say instead) ->
                    heard.add(instead == null ? request.intent().label() : instead.template());
                case Act.Answered answered -> heard.add(answered.answer().template());
                case Act.Tell _, Act.Learn _ -> {}
            }
        }
        return heard;
    }
}
