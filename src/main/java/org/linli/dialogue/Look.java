package org.linli.dialogue;

import java.util.List;
import java.util.Map;
import org.linli.community.Located;
import org.linli.community.Place;
import org.linli.understanding.Intent;

/// Deals with what is sent instead of words: a picture, a voice that nobody understood, a spot on a map.
record Look(Scene scene) {

    private static final Intent ADDITION = new Intent("case.add");

    Turn at(Conversation talk, Heard.Shown shown) {
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
        if (done != null && done.isFreshCase(scene.now()) && isAdditionServed()) {
            return begun(talk, Gathered.of(scene.key()).about(ADDITION).showing(List.of(picture)));
        }
        return scene.addressed()
                ? begun(talk, Gathered.of(scene.key()).showing(List.of(picture)))
                : new JoinTopic(scene)
                        .showing(talk, picture)
                        .orElseGet(
                                () -> Turn.silent(talk.keepingPictures(Conversation.plus(talk.pictures(), picture))));
    }

    private boolean isAdditionServed() {
        return scene.skills().serving(ADDITION).isPresent();
    }

    private Turn begun(Conversation talk, Gathered gathered) {
        return new Advance(scene).from(Turn.silent(talk.opening(Form.of(gathered))));
    }

    /// A spot on a map is a detail; who is sent there wants to hear a building or a name.
    Turn where(Conversation talk, String where) {
        var form = talk.top();
        if (form.isEmpty()) {
            return scene.addressed() ? begun(talk, Gathered.of(scene.key()).detailing(where)) : Turn.silent(talk);
        }
        var detailed = form.get().with(form.get().gathered().detailing(where));
        return scene.map().locateByWords(where, scene.context()) instanceof Located.Found found
                        && found.place().kind() == Place.Kind.SPOT
                ? advance(talk, detailed.with(detailed.gathered().at(found.place(), where)))
                : Turn.silent(talk.replacingTop(detailed)).say("position-kept");
    }

    private Turn advance(Conversation talk, Form form) {
        return new Advance(scene).from(Turn.silent(talk.replacingTop(form)));
    }
}
