package org.linli.understanding.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// The place of the problem: not the one that is taken back, and rather not the speaker's own flat.
final class FindPlace {

    static final PlaceMention NOWHERE = new PlaceMention(null, null, null, null, new Mention(0, 0));

    private static final Pattern LIVES = Pattern.compile(
            "(我|俺|本人|咱|家|自己)(们|家)?(就|也|现在|目前|刚|都|自己|人)?(是|住|住在|在|家在|家住|家是|搬到|这边是)(咱?小区|咱们|咱|的)?\\s?$|(我|俺|咱)们?家(里|在)?\\s?$");
    private static final Pattern BELONGS = Pattern.compile("^\\s?(的|的?(业主|住户|居民|租户|租客|家长|老住户))?(哈|啊|呀|哦|了)?\\s?$");
    private static final Pattern SELF = Pattern.compile("(我|俺|本人|咱)(们|家|们家)?\\s?$");
    private static final Pattern DWELLER = Pattern.compile("^\\s?(的|的?(业主|住户|居民|租户|租客))(哈|啊)?$");
    private static final Pattern TELLS = Pattern.compile("^\\s?的?(业主|住户|居民)?(要|想|来)?(投诉|举报|反映|反应)");
    private static final Pattern FINE = Pattern.compile("^[^3-9]{0,3}(有电|有水|没事|正常|没问题|好好的|没停|亮着|不停|没坏|好的|修好了)");

    private FindPlace() {}

    /// All parts `null` where no place is named.
    static PlaceMention in(String text) {
        var said = PlacesSaid.in(text);
        if (said.isEmpty()) {
            return NOWHERE;
        }
        var kept = new ArrayList<>(
                said.stream().filter(it -> !it.at().denied(text)).toList());
        var valid = kept.isEmpty() ? kept : kept.subList(corrected(said, kept, text), kept.size());
        var found = valid.stream()
                .sorted(Comparator.comparingInt(it -> doubt(it, text)))
                .reduce(NOWHERE, PlaceMention::completedBy);
        return kept.stream().reduce(found, PlaceMention::completedBy);
    }

    private static int corrected(List<PlaceMention> said, List<PlaceMention> kept, String text) {
        int first = Mention.afterCorrections(said.stream().map(PlaceMention::at).toList(), text);
        var from = said.get(first);
        return (int) kept.stream()
                        .filter(it -> it.at().start() < from.at().start())
                        .count()
                % kept.size();
    }

    /// How unlikely it is that this is where the problem is.
    private static int doubt(PlaceMention it, String text) {
        String before = it.at().before(text);
        String behind = it.at().behind(text);
        if (FINE.matcher(behind).find()) {
            return 2;
        }
        boolean home = LIVES.matcher(before).find()
                || SELF.matcher(before).find() && BELONGS.matcher(behind).find();
        if (TELLS.matcher(behind).find()) {
            return 1;
        }
        boolean introduced = before.isBlank() && DWELLER.matcher(behind).find();
        return home || introduced ? 1 : 0;
    }
}
