package fr.tocsin.signin.web.again;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.units.Member;

/// Nothing was done: first the member has to prove again who they are.
class AskedAgain extends RuntimeException {

    private static final long serialVersionUID = 1;

    final transient Member member;
    final transient Mistakes mistakes;
    final String act;

    AskedAgain(String act, Member member, Mistakes mistakes) {
        super("a proof is needed for " + act);
        this.act = act;
        this.member = member;
        this.mistakes = mistakes;
    }
}
