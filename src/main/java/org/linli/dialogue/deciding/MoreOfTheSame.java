package org.linli.dialogue.deciding;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.phrases.Words;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.talk.Done;
import org.linli.understanding.Intent;
import org.linli.understanding.Understanding;

/// Whether words right after a report only add to it, alone with us, and do not say themselves that they are about
/// something else: what could be another report, and we are not sure of it or it explains one of that kind, or what
/// would otherwise be small talk.
record MoreOfTheSame(Scene scene) {

    /// Below it a second report is not opened without a word for something else or a place of its own.
    private static final double PLAIN = 0.8;

    private static final int SHORTEST = 4;

    private static final Pattern SOMETHING_ELSE =
            Pattern.compile("^[\\s,，。!！哦啊呃]*(?:对了|还有|另外|另一|此外|顺便|再(?:说|报|反映|问)|换个|别的|第[二三四])");

    /// "就是刷卡没反应", "没有人受伤，就是门坏了".
    private static final Pattern EXPLAINS =
            Pattern.compile("^[\\s,，。!！哦啊呃]*(?:就是|也就是|主要是|其实(?!还有|另)|是那种|没有?人(?:受伤|伤|摔|事|被困)|倒?没伤)");

    /// "我家马桶堵了": whose it is has been said, and after a street lamp that is another place.
    private static final Pattern AT_HOME = Pattern.compile("^[\\s,，。!！哦啊呃]*(?:[师老][傅师][\\s,，]*)?(?:我们?|俺|咱们?)家里?(?!也)");

    /// @param done what was completed last; `null` where nothing was
    boolean is(String words, Understanding meant, @Nullable Done done) {
        return done != null
                && done.isFresh(scene.now())
                && !scene.inGroup()
                && !meant.entities().namesPlace()
                && !SOMETHING_ELSE.matcher(words).find()
                && (isReportOfIt(done, words, meant) || done.isOfCase() && goesOn(words, meant));
    }

    private static boolean isReportOfIt(Done done, String words, Understanding meant) {
        return new Intent(done.label()).opensCase()
                && meant.intent().act().equals("report")
                && (meant.confidence() < PLAIN && !isAtHome(done, words, meant) || explains(done, words, meant));
    }

    private static boolean isAtHome(Done done, String words, Understanding meant) {
        return !meant.intent().label().equals(done.label())
                && AT_HOME.matcher(words).find();
    }

    /// "不要说是我说的", "就是那个高个子": looks like small talk to whoever did not hear what was reported.
    private static boolean goesOn(String words, Understanding meant) {
        boolean isSetPhrase = Phrases.isYes(words)
                || Phrases.isNo(words.split("[\\s,，]")[0])
                || Phrases.isPatience(words)
                || Phrases.isCancel(words)
                || Phrases.isThanks(words)
                || Phrases.doesNotKnow(words)
                || Phrases.asksToKnow(words);
        return meant.intent().equals(Intent.CHATTER)
                && words.length() >= SHORTEST
                && !Words.areWordless(words)
                && !isSetPhrase;
    }

    private static boolean explains(Done done, String words, Understanding meant) {
        return meant.intent().label().equals(done.label())
                && EXPLAINS.matcher(words).find();
    }
}
