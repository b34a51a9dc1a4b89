package org.linli.dialogue.deciding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;
import org.linli.understanding.Understanding;

/// Takes apart what is told with nothing but a comma in between, where that can only be two matters: "3栋电梯坏了，5栋门口
/// 垃圾没人收". What comes of a trouble is no other one: "3栋电梯坏了，里面有水".
record Commas(Joints joints) {

    private static final Pattern COMMA = Pattern.compile("[,，]+");

    /// "水流到5栋门口了" tells of the trouble before.
    private static final Pattern BEGINS_WITH_BUILDING = Pattern.compile(
            "^(?:还有|另外|然后|那个|我们|在|第)?(?:[0-9A-Za-z]{1,3}|[一二三四五六七八九十甲乙丙丁]{1,3})\\s*(?:号楼|栋|幢|座|号|楼|#|东|洞)");

    /// From here on a clause says by itself what it is about.
    private static final double PLAIN = 0.9;

    /// Without it 78 of 7,169 single messages with commas that we learnt from were cut in two, at 0.05 it was 3; of
    /// 1,397 made of two short ones 1,073 are.
    private static final double TORN = 0.02;

    /// Longer stories are one, and cost as much as many messages.
    private static final int MOST_CLAUSES = 8;

    private static final int LONGEST = 200;

    private static final Intent MANAGEMENT = new Intent("report.property");

    /// All of the words, in one or several pieces.
    List<String> of(String words) {
        String[] clauses = COMMA.split(words);
        return clauses.length > MOST_CLAUSES || words.length() > LONGEST ? List.of(words) : pieces(clauses);
    }

    private List<String> pieces(String[] clauses) {
        var pieces = new ArrayList<String>();
        for (String clause : clauses) {
            if (pieces.isEmpty() || isOther(pieces.getLast(), clause)) {
                pieces.add(clause);
            } else {
                pieces.add(pieces.removeLast() + "，" + clause);
            }
        }
        return pieces;
    }

    private boolean isOther(String before, String clause) {
        var one = joints.scene().understood(before);
        var other = joints.scene().understood(clause);
        return isTrouble(one)
                && isTrouble(other)
                && (areApart(one.entities(), other.entities())
                                && BEGINS_WITH_BUILDING.matcher(clause).find()
                        || areTwo(one, other) && isTorn(before + "，" + clause, one.intent(), other.intent()));
    }

    private boolean isTrouble(Understanding meant) {
        return meant.intent().opensCase() && joints.isClear(meant);
    }

    private static boolean areTwo(Understanding one, Understanding other) {
        return isPlain(one) && isPlain(other) && !one.intent().equals(other.intent());
    }

    /// Understood as one, two matters leave a doubt between both; a trouble and what comes of it do not.
    private boolean isTorn(String words, Intent one, Intent other) {
        var both = joints.scene().understood(words);
        return mayBe(both, one) && mayBe(both, other);
    }

    /// That nobody of the management cares is mostly said of the trouble before.
    private static boolean isPlain(Understanding meant) {
        return meant.confidence() >= PLAIN && !meant.intent().equals(MANAGEMENT);
    }

    private static boolean mayBe(Understanding both, Intent intent) {
        return both.ranking().stream().anyMatch(it -> it.intent().equals(intent) && it.confidence() >= TORN);
    }

    /// Whether both name a building, and not the same.
    static boolean areApart(Entities one, Entities other) {
        return one.building() != null
                && other.building() != null
                && !one.building().equals(other.building());
    }
}
