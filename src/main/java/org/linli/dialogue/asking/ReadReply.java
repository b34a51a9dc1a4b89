package org.linli.dialogue.asking;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.community.Located;
import org.linli.community.Located.Ambiguous;
import org.linli.community.Located.Found;
import org.linli.community.Located.NoSuchBuilding;
import org.linli.community.Located.NothingSaid;
import org.linli.community.Place;
import org.linli.dialogue.Need;
import org.linli.dialogue.phrases.BarePlace;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.phrases.Words;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Spoken;
import org.linli.dialogue.talk.Form;
import org.linli.dialogue.talk.Question;
import org.linli.dialogue.where.Storey;
import org.linli.dialogue.where.Whereabouts;
import org.linli.dialogue.where.WholeCompound;
import org.linli.understanding.Intent;
import org.linli.understanding.Understanding;

/// Reads a message as the reply to a form's question.
public record ReadReply(Scene scene) {

    /// Labels that an answer to "where?" or "what?" is easily taken for.
    private static final Set<String> COMPLETES =
            Set.of("chatter", "greet", "case.add", "case.progress", "case.rate", "account.bind", "poll.vote", "praise");

    /// Of them those that, said plainly, speak of what was told before and name no place.
    private static final Set<String> TOLD_BEFORE = Set.of("case.progress", "case.rate");

    private static final Set<String> PRESSES = Set.of("case.progress", "case.urge");

    private static final int FEW = 5;

    /// From here on even few words beside a place are another trouble, not the place's description.
    private static final double PLAIN = 0.75;

    public Reading of(Form form, String words) {
        var question = form.question();
        if (question == null) {
            return new Reading.OtherSubject();
        }
        return switch (question.need()) {
            case PLACE -> place(form, question, words);
            case WORDS -> words(form, words);
            case TIME, PHONE -> fact(form, question.need(), words);
        };
    }

    /// Whether the message changes the place that a form already has.
    public Optional<Form> corrected(Form form, String words) {
        var said = scene.understood(words).entities();
        return Phrases.isCorrection(words) && new Whereabouts(scene).in(words, said) instanceof Found found
                ? Optional.of(at(form, found, words, true))
                : Optional.empty();
    }

    private Reading place(Form form, Question question, String words) {
        if (question.home() && Phrases.isYes(words)) {
            return home(form, question);
        }
        if (question.home() && Phrases.isNo(words)) {
            return new Reading.Denied();
        }
        if (!form.urgent() && Pieces.goOn(words)) {
            return new Reading.More(form.with(new Spoken(scene).addedTo(form.gathered(), words)));
        }
        var storey = new Storey(scene).in(words);
        if (storey.isPresent()) {
            return storey(form, question, storey.get());
        }
        if (Phrases.doesNotKnow(words)) {
            return new Reading.NoAnswer();
        }
        var meant = scene.understood(words);
        var located = new Whereabouts(scene).answered(words, meant.entities(), question);
        boolean nowhere = located instanceof NothingSaid;
        if (question.home() && nowhere && Phrases.beginsWithYes(words)) {
            return home(form.with(new Spoken(scene).addedTo(form.gathered(), words)), question);
        }
        if (nowhere && !form.urgent() && scene.addressed() && presses(meant, words)) {
            return new Reading.More(form.with(new Spoken(scene).addedTo(form.gathered(), words)));
        }
        if (changesSubject(form, meant, words, !nowhere)) {
            return new Reading.OtherSubject();
        }
        return read(form, located, words);
    }

    /// Asked once which of both it is, whoever says it again means the storey.
    private static Reading storey(Form form, Question question, Storey.Read read) {
        if (read.isIn(form.gathered().detail())) {
            return new Reading.NoAnswer();
        }
        return read.building()
                .filter(it -> !question.offered().equals(List.of(it.id())))
                .<Reading>map(it -> new Reading.StoreyOrBuilding(read.number(), it))
                .orElseGet(() -> new Reading.More(form.with(form.gathered().detailing(read.detail()))));
    }

    /// "还要多久", "啷个还没得人来", before we know where: of this, unless it speaks of what was told another time.
    private static boolean presses(Understanding meant, String words) {
        return PRESSES.contains(meant.intent().label())
                && meant.confidence() >= Scene.SURE
                && !Phrases.speaksOfBefore(words);
    }

    private Reading read(Form form, Located located, String words) {
        return switch (located) {
            case Found found -> new Reading.Filled(at(form, found, words, !isBarePlace(words, found.place())));
            case Ambiguous many -> new Reading.Unclear(many);
            case NoSuchBuilding none -> new Reading.Unclear(none);
            case NothingSaid _ -> new Reading.NoAnswer();
        };
    }

    private Reading home(Form form, Question question) {
        return scene.map()
                .place(question.offered().getFirst())
                .<Reading>map(it -> new Reading.Filled(
                        form.with(form.gathered().at(it, form.gathered().detail()))))
                .orElseGet(Reading.Denied::new);
    }

    private Form at(Form form, Found found, String words, boolean saysMore) {
        String known = form.gathered().detail();
        String detail = Storey.areSame(found.detail(), known) ? known : (found.detail() + " " + known).strip();
        var placed = form.gathered().at(found.place(), detail);
        // an addition is nothing but its words
        boolean kept =
                saysMore || form.urgent() || "case.add".equals(form.gathered().label());
        return form.with(kept ? new Spoken(scene).addedTo(placed, words) : placed);
    }

    private Reading words(Form form, String words) {
        var home = new AskHome(scene).confirmed(form, words);
        if (home.isPresent()) {
            return new Reading.Filled(home.get());
        }
        if (form.asksForHome() && Phrases.isNo(words)) {
            return new Reading.Denied();
        }
        var meant = scene.understood(words);
        if (Words.areWordless(words)) {
            return new Reading.NoAnswer();
        }
        if (form.gathered().label() != null) {
            return new Reading.Filled(form.with(new Spoken(scene).addedTo(form.gathered(), words)));
        }
        if (saysWhatItIs(meant)) {
            return new Reading.Filled(named(form, meant, words));
        }
        return Pieces.shown(form.gathered(), words, meant)
                .map(it -> form.with(new Spoken(scene).addedTo(form.gathered().about(it), words)))
                .<Reading>map(Reading.Filled::new)
                .or(() -> where(form, meant, words))
                .orElseGet(() -> otherThanWords(meant));
    }

    /// Where it is, before what it is. Empty where that was told, or more is said.
    private Optional<Reading> where(Form form, Understanding meant, String words) {
        return form.gathered().place() != null || form.asksForHome()
                ? Optional.empty()
                : onlyPlace(words, meant)
                        .map(it -> new Reading.More(form.with(form.gathered().at(it.place(), it.detail()))));
    }

    /// "3栋", and "3栋门口".
    private Optional<Found> onlyPlace(String words, Understanding meant) {
        var where = new Whereabouts(scene);
        var alone = where.alone(words, meant.entities());
        return alone.isEmpty() && BarePlace.isAll(words) && where.named(words, meant.entities()) instanceof Found found
                ? Optional.of(found)
                : alone;
    }

    private Reading otherThanWords(Understanding meant) {
        boolean served = scene.concernsUs(meant)
                && (isPlainlyToldBefore(meant)
                        || !COMPLETES.contains(meant.intent().label()));
        return served ? new Reading.OtherSubject() : new Reading.NoAnswer();
    }

    private boolean saysWhatItIs(Understanding meant) {
        return meant.intent().opensCase() && scene.concernsUs(meant)
                || meant.intent().label().equals("case.add") && isServed(meant.intent());
    }

    private boolean isServed(Intent intent) {
        return scene.skills().serving(intent).isPresent();
    }

    private Form named(Form form, Understanding meant, String words) {
        var gathered = new Spoken(scene).addedTo(form.gathered().about(meant.intent()), words);
        var located = new Whereabouts(scene).in(words, meant.entities());
        return form.with(
                located instanceof Found(Place place, String detail)
                        ? gathered.at(place, (detail + " " + gathered.detail()).strip())
                        : gathered);
    }

    private Reading fact(Form form, Need need, String words) {
        var meant = scene.understood(words);
        var known = form.gathered().knowing(meant.entities());
        boolean answers = meant.entities().time() != null && need == Need.TIME
                || meant.entities().phone() != null && need == Need.PHONE;
        if (answers) {
            return new Reading.Filled(form.with(known.saying(scene.kept(words))));
        }
        return changesSubject(form, meant, words, false) ? new Reading.OtherSubject() : new Reading.NoAnswer();
    }

    private boolean changesSubject(Form form, Understanding meant, String words, boolean namesPlace) {
        String label = meant.intent().label();
        // in an emergency whatever names a place is the answer
        if (label.equals(form.gathered().label()) || form.urgent() && namesPlace) {
            return false;
        }
        if (new WholeCompound(scene).in(words).isPresent()) {
            return false;
        }
        if (COMPLETES.contains(label)) {
            return !namesPlace && !form.urgent() && isPlainlyToldBefore(meant);
        }
        boolean sure = meant.confidence() >= Scene.SURE && (scene.addressed() || scene.concernsUs(meant));
        boolean plain = !form.urgent() && meant.intent().opensCase() && meant.confidence() >= PLAIN;
        int more = BarePlace.without(words).length();
        return sure && more > (plain ? 0 : namesPlace ? FEW : 1);
    }

    private static boolean isPlainlyToldBefore(Understanding meant) {
        return TOLD_BEFORE.contains(meant.intent().label()) && meant.confidence() >= PLAIN;
    }

    private boolean isBarePlace(String words, Place place) {
        String rest = BarePlace.without(words.replace(place.name(), ""));
        return rest.length() <= 2 || scene.map().display(place).equals(words);
    }
}
