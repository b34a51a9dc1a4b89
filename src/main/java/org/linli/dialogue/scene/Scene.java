package org.linli.dialogue.scene;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Talkativeness;
import org.linli.dialogue.Speaker;
import org.linli.dialogue.phrases.BarePlace;
import org.linli.dialogue.phrases.Curses;
import org.linli.dialogue.phrases.NobodyComes;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.phrases.Supposed;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Done;
import org.linli.dialogue.talk.Heard;
import org.linli.dialogue.topics.SpokenOf;
import org.linli.dialogue.topics.Topic;
import org.linli.platform.traces.MessageKey;
import org.linli.platform.words.Masked;
import org.linli.understanding.Clauses;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understand;
import org.linli.understanding.Understanding;

/// Everything that a decision looks at, besides the talk itself.
///
/// @param arrival   id of the message; keys derive from it
/// @param now       when it reached us
/// @param at        when it was said, as far as the platform's clock can be believed
/// @param map       in which those who are there are told, in place of those who are away
/// @param addressed whether it was said to us: in private, or by mentioning us
/// @param spokenOf  what the group speaks of, and what of it the message points at
/// @param newcomer  whether somebody came into the group who is to be welcomed there
/// @param standing  where a code was scanned a moment ago; `null` without
public record Scene(
        long arrival,
        Instant now,
        Instant at,
        Speaker speaker,
        CommunityMap map,
        boolean addressed,
        Heard heard,
        SpokenOf spokenOf,
        boolean newcomer,
        Skills skills,
        Understand understand,
        @Nullable Place standing) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Intent HUMAN = new Intent("human");

    private static final String COMMAND = "staff";

    /// Set phrases of skills among neighbours, in the very words in which it was told how.
    private static final String OVERHEARD = "overheard";

    /// Whoever says that it was no report need not call us first: we have just spoken unasked.
    private static final Intent MISHEARD = new Intent("case.misheard");

    /// Whoever votes in the group that was asked need not call us either.
    private static final Intent CAST = new Intent("poll.cast");

    /// Nor whoever asks what a notice says, unless staff wants us to be silent there.
    private static final Intent NOTICE_ASKED = new Intent("notice.ask");

    private static final Intent SILENCE = new Intent("account.unsubscribe");

    /// Nobody is left without news because of half a word: "还是订阅吧" sounds like it.
    private static final double PLAINLY = 0.8;

    /// Below it we do not act on what we think was meant.
    public static final double LEAST = 0.25;

    /// From here on we let it change the subject.
    public static final double SURE = 0.5;

    /// With what the talk so far tells about the place.
    public Scene after(Conversation talk) {
        var code = talk.scanned();
        return code == null
                ? this
                : new Scene(
                        arrival,
                        now,
                        at,
                        speaker,
                        map,
                        addressed,
                        heard,
                        spokenOf,
                        newcomer,
                        skills,
                        understand,
                        place(code.place()).orElse(null));
    }

    public String key() {
        return MessageKey.of(arrival);
    }

    /// What the message points at, of what the group speaks of; `null` where it points at none.
    @Nullable
    public Topic quoted() {
        return spokenOf.quoted();
    }

    public boolean inGroup() {
        return speaker.group() != null;
    }

    public Understanding understood(String words) {
        var meant = asSaid(words);
        return setPhrase(words)
                .map(intent -> new Understanding(intent, 1, List.of(), meant.entities()))
                .orElseGet(() -> isForNeighbour(words)
                        ? chatter(words, meant)
                        : BarePlace.isAll(words) ? withoutTrouble(meant) : meant);
    }

    /// What the words say, also where they are for a neighbour.
    public Understanding asSaid(String words) {
        var meant = meaning(words);
        return meant.intent().equals(Intent.EMERGENCY) ? meaning(told(words)).naming(meant.entities()) : meant;
    }

    /// Without the harm that is only supposed, where the rest tells a trouble by itself.
    public String told(String words) {
        String rest = Supposed.leftOut(words);
        return rest.length() < words.length() && isTrouble(rest) ? rest : words;
    }

    private boolean isTrouble(String words) {
        var meant = wants(words);
        return meant.intent().opensCase()
                && meant.confidence() >= SURE
                && Stream.concat(Stream.of(meant), Clauses.of(words).map(this::wants))
                        .noneMatch(it -> it.intent().equals(Intent.EMERGENCY));
    }

    private Ranked wants(String words) {
        return understand.wanted(words, inGroup() && !addressed, time());
    }

    private Understanding meaning(String words) {
        return inGroup() && !addressed
                ? understand.understand(words, true, time())
                : RatherAQuestion.of(
                        words, new RatherAMatter(it -> understand.understand(it, false, time())).of(words));
    }

    /// What is to be done with the case that a resident points at, though they did not call us: neighbours point at a
    /// report to say so. Empty for most.
    public Optional<Intent> wantedOfQuoted(String words) {
        if (quoted() == null || speaker.staff() != null) {
            return Optional.empty();
        }
        var meant = understand.understand(words, false, time());
        return Optional.of(meant.intent()).filter(it -> it.act().equals(Done.OF_CASE) && meant.confidence() >= SURE);
    }

    /// What is said to one neighbour is chatter, unless it is a cry for help; so is swearing in which nothing is told,
    /// and "停水了吗" and "没人来接孩子", by which nobody reports anything.
    private boolean isForNeighbour(String words) {
        return inGroup()
                && !addressed
                && (Phrases.callsNeighbour(words)
                        || Phrases.asksWhetherSo(words)
                        || NobodyComes.isSaid(words)
                        || Curses.areAll(words));
    }

    /// A cry among neighbours stays one; a child that waits at school is none.
    private static Understanding chatter(String words, Understanding meant) {
        double danger = NobodyComes.isSaid(words) ? 0 : meant.danger();
        return new Understanding(Intent.CHATTER, 1, List.of(), meant.entities(), danger);
    }

    /// "3栋502" says where, and nothing that somebody would have to see to.
    private static Understanding withoutTrouble(Understanding meant) {
        var others =
                meant.ranking().stream().filter(it -> !it.intent().opensCase()).toList();
        var first = others.isEmpty() ? new Ranked(Intent.CHATTER, 1) : others.getFirst();
        return new Understanding(first.intent(), first.confidence(), others, meant.entities(), 0);
    }

    /// What words want whose place and time nobody asks for.
    public Ranked wanted(String words) {
        return setPhrase(words).map(intent -> new Ranked(intent, 1)).orElseGet(() -> wants(words));
    }

    private LocalDateTime time() {
        return LocalDateTime.ofInstant(at, ZONE);
    }

    /// What the words mean whatever is talked about. Empty for most.
    public Optional<Intent> setPhrase(String words) {
        if (Phrases.wantsPerson(words)) {
            return Optional.of(HUMAN);
        }
        var overheard = inGroup() && !addressed ? skills.overheard(words) : Optional.<Intent>empty();
        return overheard.or(() -> skills.recognised(speaker, words));
    }

    /// Whether a member of staff tells us to do something, which only staff can.
    public boolean isCommand(String words) {
        return setPhrase(words).filter(it -> it.act().equals(COMMAND)).isPresent();
    }

    /// Whether we may act on it: in a group that did not call us, only where a resident needs something done.
    public boolean concernsUs(Understanding meant) {
        if (meant.intent().act().equals(COMMAND)
                || meant.intent().act().equals(OVERHEARD)
                || meant.intent().equals(MISHEARD)
                || meant.intent().equals(CAST)) {
            return true;
        }
        if (addressed) {
            return meant.confidence() >= (meant.intent().equals(SILENCE) ? PLAINLY : LEAST);
        }
        var group = speaker.group();
        if (group != null && meant.intent().equals(NOTICE_ASKED)) {
            return Talkativeness.of(group.threshold()) != Talkativeness.SILENT;
        }
        return group != null
                && speaker.staff() == null
                && meant.intent().opensCase()
                && meant.confidence() >= group.threshold();
    }

    /// As it may be kept and shown: what is private is masked where neighbours read along.
    public String kept(String words) {
        return inGroup() ? Masked.words(words) : words;
    }

    /// Whether the group is told how to report something, because of somebody who came.
    public boolean deservesWelcome() {
        var group = speaker.group();
        return newcomer && group != null && group.welcome() && speaker.staff() == null;
    }

    public Optional<Place> home() {
        var resident = speaker.resident();
        return resident == null ? Optional.empty() : place(resident.home());
    }

    /// The place that the group is bound to, or where the speaker stands.
    public Optional<Place> here() {
        var group = speaker.group();
        return group == null ? Optional.ofNullable(standing) : place(group.place());
    }

    /// What is near is meant: the group's place, otherwise the speaker's home.
    @Nullable
    public Place context() {
        return here().or(this::home).orElse(null);
    }

    private Optional<Place> place(@Nullable String id) {
        return id == null ? Optional.empty() : map.place(id);
    }
}
