package org.linli.dialogue.deciding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.community.Located;
import org.linli.community.Located.Ambiguous;
import org.linli.community.Located.Found;
import org.linli.community.Located.NoSuchBuilding;
import org.linli.community.Located.NothingSaid;
import org.linli.dialogue.Need;
import org.linli.dialogue.asking.Advance;
import org.linli.dialogue.asking.Ask;
import org.linli.dialogue.danger.StillInDanger;
import org.linli.dialogue.danger.ToldByNeighbours;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Form;
import org.linli.dialogue.talk.Gathered;
import org.linli.dialogue.talk.Heard;
import org.linli.dialogue.where.Whereabouts;
import org.linli.understanding.Intent;

/// Deals with what is sent instead of words: a picture, a voice that nobody understood, a spot on a map.
record Look(Scene scene) {

    private static final Located NOTHING = new NothingSaid();

    Turn at(Conversation talk, Heard.Shown shown) {
        var danger =
                new StillInDanger(scene).shown(talk, shown).or(() -> new ToldByNeighbours(scene).shown(talk, shown));
        if (danger.isPresent()) {
            return danger.get();
        }
        String picture = shown.media();
        var form = talk.top();
        if (form.isPresent()) {
            var filled = form.get().with(form.get().gathered().showing(List.of(picture)));
            var next = Turn.silent(talk.replacingTop(filled));
            return scene.addressed()
                    ? next.say("picture-kept", Map.of("shown", shown.kind().word()))
                    : next;
        }
        var done = talk.done();
        var addition = done == null ? Optional.<Intent>empty() : done.addition(scene.now());
        if (addition.filter(it -> scene.skills().serving(it).isPresent()).isPresent()) {
            return begun(
                    talk, Gathered.of(scene.key()).about(addition.orElseThrow()).showing(List.of(picture)));
        }
        return new JoinTopic(scene).showing(talk, picture).orElseGet(() -> alone(talk, picture));
    }

    /// Where nobody else speaks of anything just now: whoever calls us says in a moment what it is about.
    private Turn alone(Conversation talk, String picture) {
        return scene.addressed()
                ? begun(talk, Gathered.of(scene.key()).showing(List.of(picture)))
                : Turn.silent(talk.keepingPictures(Conversation.plus(talk.pictures(), picture)));
    }

    private Turn begun(Conversation talk, Gathered gathered) {
        return new Advance(scene).from(Turn.silent(talk.opening(Form.of(gathered))));
    }

    /// A spot on a map is a detail; who is sent there wants to hear a building or a name.
    Turn where(Conversation talk, Heard.Pointed spot) {
        var danger = new StillInDanger(scene).pointed(talk, spot);
        if (danger.isPresent()) {
            return danger.get();
        }
        if (talk.top().isEmpty() && !scene.addressed()) {
            return Turn.silent(talk);
        }
        boolean fresh = talk.top().isEmpty();
        var form = talk.top().orElseGet(() -> Form.of(Gathered.of(scene.key())));
        var detailed = form.with(form.gathered().detailing(spot.where()));
        var turn = Turn.silent(talk.closingTop().opening(detailed));
        var located = detailed.gathered().has(Need.PLACE) ? NOTHING : new Whereabouts(scene).pointed(spot);
        return switch (located) {
            case Found found ->
                advance(
                        turn.next(),
                        detailed.with(detailed.gathered()
                                .at(found.place(), detailed.gathered().detail())));
            case Ambiguous between -> new Ask(scene).near(turn, detailed, between.candidates());
            case NoSuchBuilding _, NothingSaid _ ->
                fresh ? new Advance(scene).from(turn) : turn.say("position-kept", placed(detailed));
        };
    }

    private static Map<String, String> placed(Form form) {
        return Map.of("placed", form.gathered().has(Need.PLACE) ? "yes" : "no");
    }

    private Turn advance(Conversation talk, Form form) {
        return new Advance(scene).from(Turn.silent(talk.replacingTop(form)));
    }
}
