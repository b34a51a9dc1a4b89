package org.linli.dialogue.where;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.community.Located;
import org.linli.community.Place;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.Scene;

/// Hears "整个小区都停了" as the answer to "where?". Said unasked, a whole compound is too little to send somebody to.
public record WholeCompound(Scene scene) {

    private static final int LONGEST = 40;

    private static final Pattern ALL_OF_IT = Phrases.whole(
            "(?:就是|是|我们|咱们|好像|应该|都|这)*(?:整个|全|整|所有)(?:个|的)*(?:小区|院子?|楼栋|楼|大院|园区)里?(?:的人)?(?:都|全|是|有|没有?|停|断|坏|水|电|气|这样|一样|了|的)*"
                    + "|(?:(?:家家户户|家家|每家|每栋楼?|栋栋|到处)都?|(?:哪栋|哪儿|哪里)都)(?:是|有|没有?|停|断|坏|水|电|气|这样|一样|了|的)+");

    /// Empty where something else is said. Several where nobody can tell which one.
    public Optional<Located> in(String words) {
        return words.length() <= LONGEST && ALL_OF_IT.matcher(words).matches() ? located() : Optional.empty();
    }

    private Optional<Located> located() {
        var near = scene.context();
        var own = near == null ? List.<Place>of() : compounds(scene.map().path(near));
        var meant = own.isEmpty() ? compounds(scene.map().places()) : own;
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(meant.size() == 1 ? new Located.Found(meant.getFirst(), "") : new Located.Ambiguous(meant));
    }

    private static List<Place> compounds(List<Place> places) {
        return places.stream().filter(it -> it.kind() == Place.Kind.COMPOUND).toList();
    }
}
