package org.linli.polls.chat;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/// How people say that they vote, whatever a classifier thinks.
final class CastWords {

    private static final String WHO = "^\\s*(?:我们?家?|俺们?|咱们?家?)?\\s*";
    private static final String NUMBER = "[\\d０-９一二两三四五六七八九十]";

    /// Also unasked among neighbours, so nothing else may begin like this.
    private static final Pattern CAST = Pattern.compile(WHO + "(?:改投|投)\\s*(?:给|[:：])?\\s*(?:第?" + NUMBER + "+\\s*"
            + "(?:号(?!楼)|个|项|$|[\\s,，、#＃。.！!])|(?:同意|反对|弃权|赞成))(?!.*(?:票吗|诉|资|[?？]))");

    /// Said to us alone.
    private static final Pattern SAID = Pattern.compile("^\\s*第\\s*" + NUMBER + "\\s*(?:个|位|志愿)?\\s*[选投].*" + NUMBER
            + "|^\\s*第?" + NUMBER + "+\\s*号?\\s*[给打]\\s*" + NUMBER + "+\\s*[分点]"
            + "|^\\s*(?:改成|改为|去掉|加上|加投|不投)\\s*[\\d０-９\\s,，、和号]+$"
            + "|^\\s*(?:把|将)?\\s*第?" + NUMBER + "+\\s*号?\\s*(?:换成|改成|改为|改投)\\s*第?" + NUMBER + "+\\s*[号分点]?\\s*$");

    private static final Pattern BARE_NUMBERS = Pattern.compile("^[\\d０-９一二两三四五六七八九十\\s,，、.。！!和号个第分]+吧?$");
    private static final Pattern BARE_WORDS =
            Pattern.compile("^\\s*(?:我家?)?(?:不?同意|反对|弃权|不?赞成|不?支持)[的了吧啊]*[\\s。.！!]*$");

    private static final Pattern WHICH = Pattern.compile("[#＃]\\s*(\\d{1,6})");

    /// What ballots are written with: numbers, and words that say which and how.
    private static final Pattern OF_BALLOTS =
            Pattern.compile("[\\s\\p{Punct}，、。！：；＃\\d０-９一二两三四五六七八九十我家投选票给打把将改换成为去掉加上第号个项位分点和跟与同意反对弃权赞成支持不了吧的啊]*+");

    private CastWords() {}

    static boolean areIn(String said, boolean inGroup) {
        return CAST.matcher(said).find() || !inGroup && SAID.matcher(said).find();
    }

    /// Whether there is nothing but a ballot in them, and perhaps its vote: "同意合并" is said of something else.
    static boolean areBare(String said) {
        return BARE_WORDS.matcher(WHICH.matcher(said).replaceAll(" ")).matches() || areNumbers(said);
    }

    /// The same without "同意", which neighbours may say to each other of anything.
    static boolean areNumbers(String said) {
        return BARE_NUMBERS.matcher(WHICH.matcher(said).replaceAll(" ")).matches();
    }

    /// Whether nothing is told beside it that somebody may have to read: "投2号，灯坏了" does.
    static boolean areAllThatIsSaid(String said) {
        return OF_BALLOTS.matcher(said).matches();
    }

    /// The number of the poll that our buttons name.
    static OptionalInt poll(String said) {
        var named = WHICH.matcher(said);
        return named.find() ? OptionalInt.of(Integer.parseInt(named.group(1))) : OptionalInt.empty();
    }
}
