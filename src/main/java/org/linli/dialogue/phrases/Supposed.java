package org.linli.dialogue.phrases;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Harm that nobody came to yet, said to make a report pressing: "灯坏了好几天，万一老人摔了怎么办".
public final class Supposed {

    private static final String WHAT_THEN = "(?:咋办|咋整|怎么办|怎么得了|咋得了|谁负责|谁担责|谁来赔|算谁的)";

    /// Somebody whom the speaker knows, a time that has passed and a wound are told, not supposed.
    private static final String HAPPENED = "(?:我|咱|俺|刚|已经|昨|小时|分钟|困|夹|砸|掉|触电|血|骨折|断了|晕|昏|烟|砍|跳)";

    private static final Pattern CLAUSE = Pattern.compile("(?!.*" + HAPPENED + ")(?:"
            + "(?:万一|要是|假如|如果|哪天|早晚|迟早).+"
            + "|(?:老人|小孩|孩子|娃|人|谁)(?:家)?(?:摔|滑倒|绊倒|磕).{0,2}" + WHAT_THEN + ".*"
            + "|(?:着火|失火|起火|出事|出人命)了?(?:谁负责|谁担责|谁来赔|算谁的).*"
            + "|会不会(?:着火|失火|起火|爆炸|出事|出人命).*)");

    private static final Pattern BETWEEN = Pattern.compile("(?<=[。！？!?；;，,\\s])");
    private static final Pattern STOPS = Pattern.compile("[。！？!?；;，,\\s]+");

    private Supposed() {}

    /// What is told besides. Empty where nothing is.
    public static String leftOut(String words) {
        return BETWEEN.splitAsStream(words)
                .filter(it -> !CLAUSE.matcher(STOPS.matcher(it).replaceAll("")).matches())
                .collect(Collectors.joining());
    }
}
