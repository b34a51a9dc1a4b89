package org.linli.channels.wechat;

import org.jspecify.annotations.Nullable;
import org.linli.channels.tencent.AesKey;
import org.linli.channels.tencent.Field;

/// A call that was found genuine: what it says, and how its answer has to look.
///
/// @param message   decrypted where the call was encrypted
/// @param json      whether the answer's inside is JSON, otherwise XML
/// @param sealedBy  the key that opened it, with which the answer is closed; `null` for an answer in plain
/// @param nonce     echoed in an encrypted answer
record Call(
        WechatAccount account,
        Field message,
        boolean json,
        @Nullable AesKey sealedBy,
        String nonce) {

    String openid() {
        return message.textOf("FromUserName").strip();
    }
}
