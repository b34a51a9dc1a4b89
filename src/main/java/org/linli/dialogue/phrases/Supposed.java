package org.linli.dialogue.phrases;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Harm that nobody came to yet, said to make a report pressing: "灯坏了好几天，万一老人摔了怎么办".
public final class Supposed {

    /// Of a fall alone, "what then" is a supposition: whoever sees a fire asks it too.
    private static final Pattern CLAUSE = Pattern.compile("(?:万一|要是|假如|如果|哪天|早晚|迟早|会不会).+"
            + "|.*(?:摔|滑倒|绊倒|磕着|磕到).{0,2}(?:咋办|咋整|怎么办|怎么得了|咋得了).*"
            + "|.*(?:谁负责|谁担责|谁来赔|算谁的|负责吗|负得起责).*");

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
