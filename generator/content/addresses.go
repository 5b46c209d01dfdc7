package content

import (
	"iter"
	"net/netip"
	"regexp"
	"slices"
	"strings"

	"anju/generator/diag"
	"anju/generator/strictyaml"
)

// What can be wrong with an address that readers are to follow.
var (
	codePrivate  = diag.New("content/private-address", "%s 只有自己的电脑或单位内部打得开", "%s can be opened on one computer, or in one office, only")
	codeRefused  = diag.New("content/refused-host", "%s 不能当来源：%s", "%s is no source: %s")
	codeTracking = diag.New("content/tracking-address", "网址里的 %s 是跟踪读者用的", "%s in the address serves to track readers")

	hintPrivate  = diag.Text{Zh: "换成所有人都打得开的网址；没有的，来源写 kind: print，正文里的链接删掉", En: "give an address that everybody can open, or kind: print for a source without one; delete a link"}
	hintOriginal = diag.Text{Zh: "在浏览器里打开它，抄发布单位自己网站上那一页的网址", En: "open it, and take the address of the page on its publisher's own site"}
	hintTracking = diag.Text{Zh: "换成：%s", En: "write %s"}
)

// refusal is why what is on some hosts cannot be a source. A host stands for
// those below it, too.
type refusal struct {
	why   diag.Text
	hosts []string
}

var refusals = []refusal{
	{diag.Text{Zh: "短网址看不出通向哪里，也会失效", En: "a shortened address does not show where it leads, and dies"},
		[]string{"t.cn", "url.cn", "dwz.cn", "suo.im", "u.nu", "bit.ly", "t.co", "tinyurl.com", "goo.gl", "is.gd", "reurl.cc", "w.url.cn", "mrw.so", "sourl.cn"}},
	{diag.Text{Zh: "是机器翻译的转页，不是原文", En: "it shows a machine's translation, not the text"},
		[]string{"translate.goog", "translate.google.com", "fanyi.baidu.com", "translatetheweb.com"}},
	{diag.Text{Zh: "是搜索网站存的副本，随时会没有", En: "it is a search engine's copy, which may vanish any day"},
		[]string{"cache.baiducontent.com", "webcache.googleusercontent.com", "snapshot.sogoucdn.com"}},
	{diag.Text{Zh: "是网盘的分享，会失效，也看不出是谁发布的", En: "it is a file that somebody shares: it dies, and does not tell its publisher"},
		[]string{"pan.baidu.com", "yun.baidu.com", "aliyundrive.com", "alipan.com", "pan.quark.cn", "docs.qq.com", "drive.google.com"}},
}

// refusedBySite is the reason where config.yaml names the host.
var refusedBySite = diag.Text{Zh: "config.yaml 的 refused_sources 里写着不用它", En: "refused_sources of config.yaml names it"}

// hostOf is the host of a web address in lower case, without a port. Parsing
// the whole would cost more than all that is done with it.
func hostOf(address string) string {
	_, rest, _ := strings.Cut(address, "://")
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	rest = rest[strings.LastIndexByte(rest, '@')+1:]
	if strings.HasPrefix(rest, "[") {
		host, _, _ := strings.Cut(rest[1:], "]")
		return host
	}
	host, _, _ := strings.Cut(rest, ":")
	return strings.ToLower(strings.TrimSuffix(host, "."))
}

// isBelow reports whether host is domain, or a name below it.
func isBelow(host, domain string) bool {
	rest, ok := strings.CutSuffix(host, domain)
	return ok && (rest == "" || strings.HasSuffix(rest, "."))
}

// IsPrivate reports whether host is one that not everybody reaches: an address
// of a machine or of a network by itself (RFC 6890), or a name that is not in
// the public tree of names (RFC 6761, RFC 8375).
func IsPrivate(host string) bool {
	if ip, err := netip.ParseAddr(host); err == nil {
		return IsPrivateIP(ip)
	}
	return !strings.Contains(host, ".") || slices.ContainsFunc([]string{"localhost", "local", "lan", "internal", "home.arpa"},
		func(domain string) bool { return isBelow(host, domain) })
}

// IsPrivateIP reports whether ip is no address of the public internet.
func IsPrivateIP(ip netip.Addr) bool {
	ip = ip.Unmap()
	return !ip.IsGlobalUnicast() || ip.IsPrivate() || shared.Contains(ip)
}

// shared are the addresses that providers share among customers (RFC 6598).
var shared = netip.MustParsePrefix("100.64.0.0/10")

// refusedHost is why host cannot be a source; ok is false where it can.
func refusedHost(host string) (why diag.Text, ok bool) {
	for _, r := range refusals {
		if slices.ContainsFunc(r.hosts, func(domain string) bool { return isBelow(host, domain) }) {
			return r.why, true
		}
	}
	return diag.Text{}, false
}

// checkAddress looks at an address that a field holds.
func checkAddress(address string, at place) (list diag.List) {
	host, pos := hostOf(address), at(0, len(address))
	if host == "" {
		return nil // told as no address
	}
	if IsPrivate(host) {
		list = append(list, codePrivate.At(pos, host).Hinted(hintPrivate))
	}
	if why, refused := refusedHost(host); refused {
		list = append(list, codeRefused.Warn(pos, host, why).Hinted(hintOriginal))
	}
	if clean, marks := withoutTracking(address); marks != nil {
		f := codeTracking.Warn(pos, listed(marks))
		list = append(list, f.Hinted(hintTracking.With(diag.Text{Zh: clean, En: clean})))
	}
	return list
}

// checkLinked looks at each address that a line of text holds.
func checkLinked(text string, at place) (list diag.List) {
	for start, address := range addressesIn(text) {
		list = append(list, checkAddress(address, func(from, to int) diag.Pos { return at(start+from, start+to) })...)
	}
	return list
}

// linked is an address in a text.
var linked = regexp.MustCompile("https?://[^\\s<>()\"'`，。；、）】》|\\]]+")

// addressesIn goes through the addresses in a line but those in code, each with
// the byte at which it begins.
func addressesIn(line string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		if !strings.Contains(line, "://") {
			return
		}
		for _, m := range linked.FindAllStringIndex(line, -1) {
			inCode := strings.Count(line[:m[0]], "`")%2 == 1
			if !inCode && !yield(m[0], line[m[0]:m[1]]) {
				return
			}
		}
	}
}

// addresses goes through the addresses in b but those in code, each with its
// place.
func (b Body) addresses() iter.Seq2[string, diag.Pos] {
	return func(yield func(string, diag.Pos) bool) {
		for l := range b.lines() {
			for start, address := range addressesIn(l.text) {
				if !yield(address, b.within(l)(start, start+len(address))) {
					return
				}
			}
		}
	}
}

// comment is one of YAML, as far as that can be told without reading the value
// before it.
var comment = regexp.MustCompile(`(?m)(?:^|[ \t])#.*$`)

// Addresses goes through the addresses of the web in the file name of the
// source folder, whose bytes are text: first those of its fields but in
// comments, then those of its body but in code.
func Addresses(name string, text []byte) iter.Seq2[string, diag.Pos] {
	fields, line, rest, restLine, ok := strictyaml.FrontMatter(text)
	if !ok {
		fields, line, rest, restLine = rest, restLine, nil, 0 // YAML alone
	}
	parts := []Body{
		{File: name, Line: line, Text: comment.ReplaceAllString(string(fields), "")},
		{File: name, Line: restLine, Text: string(rest)},
	}
	return func(yield func(string, diag.Pos) bool) {
		for _, part := range parts {
			for address, at := range part.addresses() {
				if !yield(address, at) {
					return
				}
			}
		}
	}
}

// tracking matches the parameters, as name=value, that tell who shared an
// address and where, and do not choose the page.
var tracking = regexp.MustCompile(`^(?:utm_[a-z]+|spm|scm|isappinstalled|share_token|share_from|shareto|sharer_[a-z]+|mpshare|srcid|nsukey|wfr|bd_vid|gclid|fbclid|_t_share)=|^from=(?:timeline|singlemessage|groupmessage|appmessage|appmsg|weixin|wechat|qq|weibo)$`)

// withoutTracking is address without the parameters that serve to track its
// readers, and the names of those, nil for none.
func withoutTracking(address string) (clean string, names []string) {
	base, query, ok := strings.Cut(address, "?")
	if !ok {
		return address, nil
	}
	query, fragment, hasFragment := strings.Cut(query, "#")
	var kept []string
	for param := range strings.SplitSeq(query, "&") {
		if tracking.MatchString(param) {
			name, _, _ := strings.Cut(param, "=")
			names = append(names, name)
		} else {
			kept = append(kept, param)
		}
	}
	if clean = base; len(kept) > 0 {
		clean += "?" + strings.Join(kept, "&")
	}
	if hasFragment {
		clean += "#" + fragment
	}
	return clean, names
}
