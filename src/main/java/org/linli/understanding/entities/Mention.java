package org.linli.understanding.entities;

import java.util.List;
import java.util.regex.Pattern;

/// Where something stands in a text, and what the words around it say about it.
///
/// @param start first character
/// @param end   after the last character
record Mention(int start, int end) {

    private static final String CLAUSE_ENDS = ",，.。;；!！?？\n、…";

    private static final Pattern DENIED = Pattern.compile(
            "(登记成|打成|写成|记成|看成|当成|填成|录成|输成|听成|不是|不在|并非|并不是|不叫|没在|不住|不再住|没住|而不是|别写|不要写|不去)(我们|我家|住|那个|在|说|的)?[\\s\"“「]*$");

    private static final Pattern WRONG =
            Pattern.compile("^(那个)?是?(错的|错了|不对|写错|打错|填错)|^(那个)?(已经)?(不用了|停机|停用|作废|注销|换掉了)");

    private static final Pattern CORRECTED = Pattern.compile(
            "不对|说错|写错|打错|搞错|记错|弄错|发错|填错|口误|更正|纠正|改成|改到|改为|换成|换到|哦不|噢不|啊不|呃不|应该是|应为|[,，。!！\\s]不[,，是]|错了");

    /// Whether the words before take it back: 不是3栋.
    boolean denied(String text) {
        return DENIED.matcher(before(text)).find()
                || WRONG.matcher(behind(text)).find();
    }

    /// Whether the words between correct what was said `earlier`: 3栋，不对，4栋.
    boolean corrects(Mention earlier, String text) {
        return earlier.end < start
                && CORRECTED.matcher(text.substring(earlier.end, start)).find();
    }

    /// The words of the same clause before it.
    String before(String text) {
        int from = start;
        while (from > 0 && CLAUSE_ENDS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return text.substring(from, start);
    }

    /// The words of the same clause behind it.
    String behind(String text) {
        int to = end;
        while (to < text.length() && CLAUSE_ENDS.indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(end, to);
    }

    /// Where the last correction begins to count: everything before that index was corrected.
    static int afterCorrections(List<Mention> inOrder, String text) {
        int first = 0;
        for (int i = 1; i < inOrder.size(); i++) {
            if (inOrder.get(i).corrects(inOrder.get(i - 1), text)
                    && !inOrder.get(i).denied(text)) {
                first = i;
            }
        }
        return first;
    }
}
