package org.linli.dialogue.deciding;

import java.util.ArrayList;
import java.util.List;
import org.linli.community.Located;
import org.linli.community.Located.Found;
import org.linli.community.Place;
import org.linli.dialogue.asking.Advance;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Form;
import org.linli.dialogue.where.Whereabouts;

/// Begins each of the things that one message asks for, the first one on top. A part without a place is where the one
/// before is, and what was shown before is of the first.
record OpenEach(Scene scene) {

    Turn of(Turn turn, List<Joints.Part> parts) {
        var begun = begun(parts);
        var first = begun.removeFirst();
        begun.addFirst(first.with(first.gathered().showing(turn.next().pictures())));
        var talk = turn.next();
        for (Form form : begun.reversed()) {
            talk = talk.opening(form);
        }
        return new Advance(scene).from(turn.with(talk.keepingPictures(List.of())), place(parts.getFirst()));
    }

    private List<Form> begun(List<Joints.Part> parts) {
        var forms = new ArrayList<Form>();
        var before = place(parts.getFirst());
        for (var part : parts) {
            var said = new BeginForm(scene).where(part.words());
            before = said instanceof Found ? place(part) : before;
            var where = said instanceof Found ? said : beside(before, part);
            String key = scene.key() + "-part-" + (forms.size() + 1);
            forms.add(new BeginForm(scene).of(part.words(), part.meant().intent(), key, where));
        }
        return forms;
    }

    private Located beside(Located before, Joints.Part part) {
        return before instanceof Found(Place place, String _) && !new Whereabouts(scene).mayBeAt(place, part.words())
                ? new Located.NothingSaid()
                : before;
    }

    private Located place(Joints.Part part) {
        return new Whereabouts(scene).in(part.words(), part.meant().entities());
    }
}
