package org.linli.understanding;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.understanding.spelling.Packed;

/// How somebody says who they are, for forms that ask for it. Names of others are only looked for to be hidden, by
/// [NamesOfOthers].
public final class PersonNames {

    private static final Set<String> FAMILIES = Packed.lines("surnames.txt").stream()
            .flatMap(it -> Stream.of(it.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private static final String GIVEN = "(?<n>\\p{IsHan}{1,6}·\\p{IsHan}{1,6}|\\p{IsHan}{2,4}?)";
    private static final String ENDS = "(?=$|[^\\p{IsHan}·]|住|在|是|家|手机|电话|就行|就好|可以|吧|的)";

    /// What follows is a name, whatever it is.
    private static final Pattern CALLED = Pattern.compile(
            "(?:我叫|我是叫|叫我|本人叫|(?:姓名|名字|名)(?:改成|改为|换成|是|叫|为)?[:：\\s]*|改名(?:叫|成|为))(?:做)?\\s*" + GIVEN + ENDS);

    /// What follows may be a name: with a family's name in front it is one.
    private static final Pattern PERHAPS = Pattern.compile(
            "(?:我是|本人|业主|住户|租户|租客|联系人|报修人|户主|房东|单元的|栋的|号楼的|室的|楼的|^)[是:：\\s]*(?<n>\\p{IsHan}{2,4}?)(?=$|[^\\p{IsHan}]|住|在\\d|手机|电话)");

    private static final Pattern NO_NAME =
            Pattern.compile(".*[的了吗呢吧啊么]|(?:业主|租户|租客|居民|住户|房东|谁|什么|啥|什么名|新来|马上|高层|方便|常住|关于|严重|任何|何时).*");

    private PersonNames() {}

    /// Those of one character, one after the other.
    static String families() {
        return FAMILIES.stream().filter(it -> it.length() == 1).sorted().collect(Collectors.joining());
    }

    /// `null` where nobody says a name of their own.
    public static @Nullable String in(String said) {
        var called = CALLED.matcher(said);
        if (called.find() && !NO_NAME.matcher(called.group("n")).matches()) {
            return called.group("n");
        }
        for (Matcher it = PERHAPS.matcher(said); it.find(); ) {
            if (hasFamily(it.group("n")) && !NO_NAME.matcher(it.group("n")).matches()) {
                return it.group("n");
            }
        }
        return null;
    }

    /// One of two characters makes a name only with another two behind it at most.
    private static boolean hasFamily(String name) {
        boolean longer = name.length() > 2 && FAMILIES.contains(name.substring(0, 2));
        return longer || name.length() < 4 && FAMILIES.contains(name.substring(0, 1));
    }
}
