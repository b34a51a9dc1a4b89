package org.linli.cases.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.cases.Way;
import org.linli.cases.behalf.Telephone;
import org.linli.cases.behalf.Typed;

/// What staff writes to enter a case for somebody: `代报 3栋2单元 电梯坏了 李阿姨 13800138000 电话`. Pure. The order of the
/// parts is free; they are set apart by spaces or commas.
///
/// @param name  may be empty
/// @param phone may be empty
/// @param words the rest; may be empty
record SaidForSomeone(Way way, String name, String phone, String words) {

    private static final Pattern BEGINNING = Pattern.compile("^\\s*代[报录][\\s:：,，]+(.*)$", Pattern.DOTALL);
    private static final Pattern BETWEEN = Pattern.compile("[\\s,，;；]+");
    private static final Pattern PHONE = Pattern.compile("(?:\\+86)?[\\d-]{7,15}");
    private static final Pattern NAME =
            Pattern.compile("\\p{IsHan}{1,3}(?:阿姨|叔叔|大爷|大妈|大姐|大哥|奶奶|爷爷|婆婆|先生|女士|小姐|师傅|老师|老人|同志|家)");
    private static final Map<String, Way> WAYS = Map.ofEntries(
            Map.entry("电话", Way.TELEPHONE),
            Map.entry("来电", Way.TELEPHONE),
            Map.entry("来访", Way.WALK_IN),
            Map.entry("上门", Way.VISIT),
            Map.entry("走访", Way.VISIT),
            Map.entry("来信", Way.PAPER),
            Map.entry("纸条", Way.PAPER),
            Map.entry("书面", Way.PAPER),
            Map.entry("意见箱", Way.BOX),
            Map.entry("热线", Way.HOTLINE),
            Map.entry("上级交办", Way.ABOVE));

    /// Empty for whatever does not begin so.
    static Optional<SaidForSomeone> read(String said) {
        var found = BEGINNING.matcher(said);
        return found.matches() ? Optional.of(parts(found.group(1))) : Optional.empty();
    }

    private static SaidForSomeone parts(String rest) {
        var way = Way.WALK_IN;
        String name = "";
        String phone = "";
        List<String> words = new ArrayList<>();
        for (String part : BETWEEN.split(rest.strip())) {
            var named = WAYS.get(part);
            if (named != null) {
                way = named;
            } else if (phone.isEmpty() && PHONE.matcher(part).matches()) {
                phone = Telephone.digits(part);
            } else if (name.isEmpty() && NAME.matcher(part).matches()) {
                name = part;
            } else {
                words.add(part);
            }
        }
        return new SaidForSomeone(way, name, phone, String.join(" ", words));
    }

    Typed typed(String occasion) {
        return new Typed(occasion, way, "", name, phone, !phone.isEmpty(), words, "", "", null);
    }

    @Override
    public String toString() {
        return "SaidForSomeone[" + way + "]";
    }
}
