package check

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"maps"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"sync"
	"syscall"
	"time"

	"anju/generator/content"
	"anju/generator/diag"
)

// How other sites are asked: few at once, each by one request at a time.
const (
	sitesAtOnce = 4
	askTimeout  = 10 * time.Second
	mostHops    = 5
	mostSilence = 3 // addresses of a site without an answer, after which it is left alone
	answerDays  = 7 // how long an answer that was good is taken again
	agent       = "anju-link-check/1 (an editor's check of links; reads no pages)"
)

// What can be wrong with an address on another site. None of it fails a check:
// the cause may pass, and is not in the content.
var (
	codeDead        = diag.New("check/external-dead", "%s 打不开：那个网站说没有这一页了（%d）", "%s is gone: its site answers %d")
	codeNoSite      = diag.New("check/external-dead", "%s 打不开：没有这个网站了", "%s is gone: there is no such site")
	codeMoved       = diag.New("check/external-moved", "%s 搬到了 %s", "%s has moved to %s")
	codeCertificate = diag.New("check/external-certificate", "%s 的安全证书有问题，浏览器会拦住读者", "the certificate of %s is wrong: browsers will stop readers")

	hintDead        = diag.Text{Zh: "在那个网站上找这一页的新网址换上；没有了，找别的官方来源，正文里说明原网页已经打不开", En: "find its new address on that site; if it is gone, find another official source, and say so in the text"}
	hintMovedTo     = diag.Text{Zh: "打开看看，还是那一页，就换成新网址", En: "open it: if it is the same page, write the new address"}
	hintCertificate = diag.Text{Zh: "改成 http:// 或者换一个网址试试；过几天还这样，告诉那个网站", En: "try http:// or another address; tell the site if it lasts"}
)

// Answer is what a site said of an address.
type Answer struct {
	Asked   time.Time `json:"asked"`
	Status  int       `json:"status,omitempty"`  // of HTTP, 0 for none
	Moved   string    `json:"moved,omitempty"`   // where it stands for good
	Problem problem   `json:"problem,omitempty"` // why there is no status
}

// problem is why a site gave no answer.
type problem string

const (
	noSite      problem = "no such host"
	certificate problem = "certificate"
	noAnswer    problem = "no answer" // of the network or of the site
	notAsked    problem = "private"   // nobody outside could open it
)

// good reports whether a may be taken again on a later day.
func (a Answer) good() bool { return a.Status >= 200 && a.Status < 300 && a.Moved == "" }

// External asks other sites whether what the content links to is still there.
type External struct {
	Transport http.RoundTripper
	Now       time.Time
	Answers   map[string]Answer // by address: those of before; Ask adds its own, and drops those it is not asked for
}

// Ask asks for each of the addresses, but for those with a good answer of the
// last days. It returns findings at all places of those that are dead, moved
// or not to be trusted, and what was done, in one line. Without a network
// there are no findings. The error is that of ctx.
func (x *External) Ask(ctx context.Context, places map[string][]diag.Pos) (diag.List, diag.Text, error) {
	sites, kept := x.due(places)
	answers := x.askAll(ctx, sites)
	if err := ctx.Err(); err != nil {
		return nil, diag.Text{}, err
	}
	offline := len(answers) > 0
	silent := 0
	for _, a := range answers {
		offline = offline && (a.Problem == noSite || a.Problem == noAnswer)
		if a.Problem == noAnswer || a.Status >= 400 && !a.dead() {
			silent++
		}
	}
	if offline {
		return nil, diag.Text{Zh: "外部链接：一个网站也没有连上，大概没有网络，这次没有查", En: "links to other sites: none could be reached; they were not checked"}, nil
	}
	maps.Copy(x.Answers, answers)
	maps.DeleteFunc(x.Answers, func(address string, _ Answer) bool { _, there := places[address]; return !there })
	done := diag.Text{
		Zh: fmt.Sprintf("外部链接 %d 个：这次查了 %d 个，%d 个在 %d 天内查过；%d 个没有正常答复，过些时候再查", len(places), len(answers), kept, answerDays, silent),
		En: fmt.Sprintf("%d links to other sites: %d asked now, %d within the last %d days; %d gave no proper answer: ask again later", len(places), len(answers), kept, answerDays, silent),
	}
	for _, host := range slices.Sorted(maps.Keys(sites)) {
		if n := unasked(sites[host], answers); n > 0 {
			done.Zh += fmt.Sprintf("；%s 连着 %d 次没有答复，其余 %d 个没有再问", host, mostSilence, n)
			done.En += fmt.Sprintf("; %s gave no answer %d times, so its other %d were not asked", host, mostSilence, n)
		}
	}
	return findingsOf(answers, places), done, nil
}

// unasked is how many of the addresses have no answer, for their site had
// none before.
func unasked(addresses []string, answers map[string]Answer) (n int) {
	for _, address := range addresses {
		if _, asked := answers[address]; !asked {
			n++
		}
	}
	return n
}

// due are the addresses to ask for, by their host, and how many need not be.
func (x *External) due(places map[string][]diag.Pos) (sites map[string][]string, kept int) {
	sites = map[string][]string{}
	for _, address := range slices.Sorted(maps.Keys(places)) {
		a, known := x.Answers[address]
		if known && a.good() && !a.Asked.After(x.Now) && x.Now.Before(a.Asked.AddDate(0, 0, answerDays)) {
			kept++
			continue
		}
		u, err := url.Parse(address)
		if err != nil || u.Hostname() == "" {
			continue // told as no address where it is written
		}
		sites[u.Host] = append(sites[u.Host], address)
	}
	return sites, kept
}

// askAll asks several sites at once, and each for one address after the other.
func (x *External) askAll(ctx context.Context, sites map[string][]string) map[string]Answer {
	var mu sync.Mutex
	answers := map[string]Answer{}
	hosts := make(chan string)
	var wg sync.WaitGroup
	for range sitesAtOnce {
		wg.Go(func() {
			for host := range hosts {
				of := x.askSite(ctx, sites[host])
				mu.Lock()
				maps.Copy(answers, of)
				mu.Unlock()
			}
		})
	}
	for _, host := range slices.Sorted(maps.Keys(sites)) {
		hosts <- host
	}
	close(hosts)
	wg.Wait()
	return answers
}

// askSite asks a site for its addresses, until it has been silent too often in
// a row: each of them would take the whole timeout.
func (x *External) askSite(ctx context.Context, addresses []string) map[string]Answer {
	answers, silent := map[string]Answer{}, 0
	for _, address := range addresses {
		a := x.ask(ctx, address)
		answers[address] = a
		if a.Problem != noAnswer {
			silent = 0
		} else if silent++; silent == mostSilence {
			break
		}
	}
	return answers
}

// ask follows address to where it leads.
func (x *External) ask(ctx context.Context, address string) Answer {
	ctx, cancel := context.WithTimeout(ctx, askTimeout)
	defer cancel()
	out, at, permanent := Answer{Asked: x.Now}, address, true
	for range mostHops {
		u, err := url.Parse(at)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || content.IsPrivate(u.Hostname()) {
			out.Problem = notAsked
			return out
		}
		status, next, err := x.request(ctx, u)
		if err != nil {
			out.Problem = problemOf(err)
			return out
		}
		if out.Status = status; next == "" {
			return out
		}
		permanent = permanent && (status == http.StatusMovedPermanently || status == http.StatusPermanentRedirect)
		if at = next; permanent {
			out.Moved = at
		}
	}
	out.Problem = noAnswer // it turns in a circle
	return out
}

// request asks for the head of a page, and for the page itself where a site
// does not answer that. next is where it sends on to, "" for nowhere.
func (x *External) request(ctx context.Context, u *url.URL) (status int, next string, err error) {
	for _, method := range []string{http.MethodHead, http.MethodGet} {
		req, err := http.NewRequestWithContext(ctx, method, u.String(), nil)
		if err != nil {
			return 0, "", err
		}
		req.Header.Set("User-Agent", agent)
		resp, err := x.Transport.RoundTrip(req)
		if err != nil {
			return 0, "", err
		}
		_ = resp.Body.Close() // nothing of it is read
		status = resp.StatusCode
		if to, err := resp.Location(); err == nil && status >= 300 && status < 400 {
			to.Fragment = cmp.Or(to.Fragment, u.Fragment)
			return status, to.String(), nil
		}
		if status < 400 {
			break
		}
	}
	return status, "", nil
}

// problemOf tells apart what readers are to know of a failed request.
func problemOf(err error) problem {
	var dns *net.DNSError
	var unknown x509.UnknownAuthorityError
	var host x509.HostnameError
	var invalid x509.CertificateInvalidError
	var verification *tls.CertificateVerificationError
	switch {
	case errors.As(err, &dns) && dns.IsNotFound:
		return noSite
	case errors.As(err, &unknown), errors.As(err, &host), errors.As(err, &invalid), errors.As(err, &verification):
		return certificate
	case errors.Is(err, errPrivate):
		return notAsked
	}
	return noAnswer
}

// dead reports whether the site says that the page is no more.
func (a Answer) dead() bool { return a.Status == http.StatusNotFound || a.Status == http.StatusGone }

// findingsOf tells at each place what is wrong with its address.
func findingsOf(answers map[string]Answer, places map[string][]diag.Pos) (list diag.List) {
	for address, a := range answers {
		for _, at := range places[address] {
			switch {
			case a.dead():
				list = append(list, codeDead.Warn(at, address, a.Status).Hinted(hintDead))
			case a.Problem == noSite:
				list = append(list, codeNoSite.Warn(at, address).Hinted(hintDead))
			case a.Problem == certificate:
				list = append(list, codeCertificate.Warn(at, address).Hinted(hintCertificate))
			case a.Problem == "" && a.Moved != "" && a.Status < 400:
				list = append(list, codeMoved.Warn(at, address, a.Moved).Hinted(hintMovedTo))
			}
		}
	}
	list.Sort()
	return list
}

// errPrivate is why a connection is refused before it is made.
var errPrivate = errors.New("a private address")

// Public is a transport that connects to the public internet alone, whatever
// a name resolves to. It talks to servers as old as TLS 1.0, for only whether
// a page is there is asked, and certificates are verified all the same.
func Public() http.RoundTripper {
	dialer := &net.Dialer{Timeout: askTimeout, Control: func(_, address string, _ syscall.RawConn) error {
		if to, err := netip.ParseAddrPort(address); err != nil || content.IsPrivateIP(to.Addr()) {
			return fmt.Errorf("%s: %w", address, errPrivate)
		}
		return nil
	}}
	return &http.Transport{
		DialContext:           dialer.DialContext,
		TLSClientConfig:       &tls.Config{MinVersion: tls.VersionTLS10},
		ResponseHeaderTimeout: askTimeout,
		MaxIdleConnsPerHost:   1,
	}
}
