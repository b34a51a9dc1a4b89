package org.linli.dialogue.scene;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.linli.dialogue.phrases.Phrases;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understanding;

/// Who writes to the service alone mostly wants something: what there may be a matter as well as small talk is taken
/// for the matter, whose place is then asked for. Among neighbours the same words may well be small talk.
///
/// @param understand the words as said in private
record RatherAMatter(Function<String, Understanding> understand) {

    private static final Intent GREETING = new Intent("greet");
    private static final Set<Intent> SMALL_TALK = Set.of(GREETING, Intent.CHATTER);

    private static final Pattern GREETS =
            Pattern.compile("^(?:您好|你好|大家好|早上好|上午好|下午好|晚上好|在吗|在么|在不在|哈喽|hello|hi)[啊呀哦呢吗]?[\\s,，。.!！~～?？]+");

    /// Whom people take us for: "师傅 我家马桶堵了".
    private static final Pattern CALLS = Pattern.compile("^(?:(?:物业|社区|居委会?|网格员?)的?)?"
            + "(?:师傅|师父|老师|同志|领导|主任|书记|客服|管家|大哥|大姐|小哥|小姐姐|美女|帅哥|亲爱的|亲|物业|社区|居委会?|网格员|工作人员)"
            + "(?:们|你好|您好)?[啊呀哦]?[\\s,，。.!！~～:：]+");

    private static final int SHORTEST = 4;

    /// From here on small talk is small talk.
    private static final double SURELY_CHATTER = 0.8;

    /// How likely the matter has to be.
    private static final double LIKELY = 0.2;

    /// What an alarm needs besides the likelihood of its words.
    private static final double DANGER = 0.6;

    /// What was understood, or the matter that it may be just as well.
    Understanding of(String words) {
        var meant = understand.apply(words);
        return matter(words, meant)
                .map(it -> new Understanding(
                        it.intent(), it.confidence(), meant.ranking(), meant.entities(), meant.danger()))
                .orElse(meant);
    }

    private Optional<Ranked> matter(String words, Understanding meant) {
        if (meant.intent().equals(Intent.CHATTER)) {
            return alone(words)
                    .or(() -> behind(CALLS, words).filter(it -> it.intent().opensCase()))
                    .or(() -> meant.confidence() < SURELY_CHATTER ? second(meant, LIKELY) : Optional.empty());
        }
        if (meant.intent().equals(GREETING)) {
            return behind(GREETS, words).or(() -> behind(CALLS, words));
        }
        boolean isGuess = !meant.intent().opensCase() && meant.confidence() < Scene.SURE;
        return isGuess && Phrases.announcesMatter(words) ? second(meant, 0) : Optional.empty();
    }

    /// "你好 我是新搬来的 请问垃圾分类怎么弄": what comes after the greeting.
    private Optional<Ranked> behind(Pattern opening, String words) {
        String rest = opening.matcher(words).replaceFirst("");
        if (rest.length() == words.length() || rest.length() < SHORTEST) {
            return Optional.empty();
        }
        var meant = understand.apply(rest);
        return Optional.of(new Ranked(meant.intent(), meant.confidence()))
                .filter(it -> it.confidence() >= Scene.SURE && !SMALL_TALK.contains(it.intent()));
    }

    /// "我家也停水了" says nothing else than "我家停水了" where nobody said it before.
    private Optional<Ranked> alone(String words) {
        int also = words.indexOf('也');
        if (also < 1 || !Phrases.saysHome(words.substring(0, also)) || isQuestion(words)) {
            return Optional.empty();
        }
        var meant = understand.apply(words.substring(0, also) + words.substring(also + 1));
        return Optional.of(new Ranked(meant.intent(), meant.confidence()))
                .filter(it -> it.intent().opensCase() && it.confidence() >= Scene.SURE);
    }

    private static boolean isQuestion(String words) {
        return words.matches("(?s).*(?:[?？吗呢]|不是)[\\s。.!！]*");
    }

    private static Optional<Ranked> second(Understanding meant, double likely) {
        return meant.ranking().stream()
                .filter(it -> it.intent().opensCase() && it.confidence() >= likely)
                .filter(it -> !it.intent().equals(Intent.EMERGENCY) || meant.danger() >= DANGER)
                .map(it -> new Ranked(it.intent(), Math.max(it.confidence(), Scene.LEAST)))
                .findFirst();
    }
}
