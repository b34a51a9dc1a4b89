package org.linli.understanding.entities;

import java.util.regex.Pattern;

/// Whether a time is told as past, future or again and again, by the words around it.
final class Tense {

    private static final Pattern PAST = Pattern.compile(
            "了(?![吗没])|过的|就(停|没|坏|报|开始|已|漏|堵|说|打|交|来|给|申|投)|已经|报的|交的|来的|报修的|停的|坏的|买的|办的|说的|发的|贴的|约的|还没|还不|没来|没人|还在|开始(停|坏|漏|没)的?|到现在|至今|以来|起就|的时候");
    private static final Pattern MOVED = Pattern.compile("(改|推|延|挪|换|约|定|订|排)[到在至成]了?$");
    private static final Pattern AGAIN =
            Pattern.compile("(每|天天|夜夜|一到|每逢|逢|老是|总是|经常|时常|常常|年年|月月|周周|平时|有时|动不动)[^,，。;；!！?？\n]{0,8}$");
    private static final Pattern AGAIN_BEHIND =
            Pattern.compile("^(都|总|就会|老|经常|一直都)[^,，。;；!！?？\n]{0,6}(吵|闹|响|跳|唱|叫|这样|如此)");

    private Tense() {}

    static boolean past(Mention at, String text) {
        return PAST.matcher(at.behind(text)).find()
                && !MOVED.matcher(at.before(text)).find();
    }

    /// 每天晚上十点: no moment, a habit.
    static boolean again(Mention at, String text) {
        return AGAIN.matcher(at.before(text)).find()
                || AGAIN_BEHIND.matcher(at.behind(text)).find();
    }
}
